package io.verge.perception.internal;

import io.verge.api.geo.Covariance;

/**
 * An extended Kalman filter over position and velocity in the plane: east, north (m), ve, vn (m/s). Motion is straight with white
 * acceleration noise, so that any split of a time step gives the same result. Measurements come in as scalars with independent
 * errors, one after the other, which is the same as all at once; so there is no matrix to invert and nothing to allocate. Mutable,
 * one thread.
 */
final class Filter {
    private static final double LEAST_VARIANCE = 1e-6;

    double east;
    double north;
    double ve;
    double vn;

    /** The squared residuals of the updates since {@link #resetFit}, each divided by its variance: chi-square distributed. */
    double distance;

    /** The sum of the logarithms of those variances. */
    double logVolume;

    /** The upper triangle of the covariance; index 0 east, 1 north, 2 ve, 3 vn. */
    private double p00;

    private double p01;
    private double p02;
    private double p03;
    private double p11;
    private double p12;
    private double p13;
    private double p22;
    private double p23;
    private double p33;

    /** Starts anew, position and velocity uncorrelated. */
    void start(double e, double n, double pee, double pen, double pnn) {
        east = e;
        north = n;
        p00 = pee;
        p01 = pen;
        p11 = pnn;
        p02 = 0;
        p03 = 0;
        p12 = 0;
        p13 = 0;
        startVelocity(0, 0, 1, 0, 1);
    }

    /** Sets the velocity and its covariance, uncorrelated with the position. */
    void startVelocity(double e, double n, double vee, double ven, double vnn) {
        ve = e;
        vn = n;
        p22 = vee;
        p23 = ven;
        p33 = vnn;
    }

    /** Forgets how well the measurements so far fitted. */
    void resetFit() {
        distance = 0;
        logVolume = 0;
    }

    void copy(Filter other) {
        east = other.east;
        north = other.north;
        ve = other.ve;
        vn = other.vn;
        p00 = other.p00;
        p01 = other.p01;
        p02 = other.p02;
        p03 = other.p03;
        p11 = other.p11;
        p12 = other.p12;
        p13 = other.p13;
        p22 = other.p22;
        p23 = other.p23;
        p33 = other.p33;
    }

    /**
     * Moves on.
     *
     * @param dt seconds, not negative
     * @param qee spectral density of the acceleration, m²/s³: by so much the variance of the velocity grows in a second
     * @param qen of east and north
     * @param qnn north
     */
    void predict(double dt, double qee, double qen, double qnn) {
        double dt2 = dt * dt;
        double cubic = dt2 * dt / 3;
        double square = dt2 / 2;
        east += ve * dt;
        north += vn * dt;
        p00 += 2 * dt * p02 + dt2 * p22 + cubic * qee;
        p01 += dt * (p03 + p12) + dt2 * p23 + cubic * qen;
        p11 += 2 * dt * p13 + dt2 * p33 + cubic * qnn;
        p02 += dt * p22 + square * qee;
        p03 += dt * p23 + square * qen;
        p12 += dt * p23 + square * qen;
        p13 += dt * p33 + square * qnn;
        p22 += dt * qee;
        p23 += dt * qen;
        p33 += dt * qnn;
    }

    /**
     * Takes in one scalar measurement that depends on the state by the row (he, hn, hve, hvn).
     *
     * @param residual measured minus predicted
     * @param variance of the measurement's error, greater than zero
     */
    void update(double he, double hn, double hve, double hvn, double residual, double variance) {
        double c0 = p00 * he + p01 * hn + p02 * hve + p03 * hvn;
        double c1 = p01 * he + p11 * hn + p12 * hve + p13 * hvn;
        double c2 = p02 * he + p12 * hn + p22 * hve + p23 * hvn;
        double c3 = p03 * he + p13 * hn + p23 * hve + p33 * hvn;
        double s = he * c0 + hn * c1 + hve * c2 + hvn * c3 + variance;
        double gain = residual / s;
        east += c0 * gain;
        north += c1 * gain;
        ve += c2 * gain;
        vn += c3 * gain;
        p00 = Math.max(LEAST_VARIANCE, p00 - c0 * c0 / s);
        p01 -= c0 * c1 / s;
        p02 -= c0 * c2 / s;
        p03 -= c0 * c3 / s;
        p11 = Math.max(LEAST_VARIANCE, p11 - c1 * c1 / s);
        p12 -= c1 * c2 / s;
        p13 -= c1 * c3 / s;
        p22 = Math.max(LEAST_VARIANCE, p22 - c2 * c2 / s);
        p23 -= c2 * c3 / s;
        p33 = Math.max(LEAST_VARIANCE, p33 - c3 * c3 / s);
        distance += residual * gain;
        logVolume += Math.log(s);
    }

    double varianceEast() {
        return p00;
    }

    double covarianceEastNorth() {
        return p01;
    }

    double varianceNorth() {
        return p11;
    }

    double speed() {
        return Math.sqrt(ve * ve + vn * vn);
    }

    /** The sum of the variances of the position: an upper bound of the variance in any direction, m². */
    double positionTrace() {
        return p00 + p11;
    }

    /** The sum of the variances of the velocity: an upper bound of the variance in any direction, (m/s)². */
    double velocityTrace() {
        return p22 + p33;
    }

    /** The variance of the position along a direction, a unit vector, m². */
    double positionVariance(double directionEast, double directionNorth) {
        return p00 * directionEast * directionEast
                + 2 * p01 * directionEast * directionNorth
                + p11 * directionNorth * directionNorth;
    }

    Covariance positionError() {
        return new Covariance(p00, p01, p11);
    }

    Covariance velocityError() {
        return new Covariance(p22, p23, p33);
    }

    /** Whether all figures are still numbers; after an overflow the track is worth nothing. */
    boolean sound() {
        return Double.isFinite(east + north + ve + vn + p00 + p11 + p22 + p33);
    }
}
