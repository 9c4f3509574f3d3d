package io.verge.perception.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import org.jspecify.annotations.Nullable;

/**
 * One detection in the site frame, as the filter takes it: a position with its error, and whatever was measured of the velocity.
 * Mutable and reused frame after frame, so that a busy crossing allocates no more than a quiet one.
 */
final class Measurement {
    private static final double LEAST_VARIANCE = 1e-6;

    double east;
    double north;

    /** Covariance of the position's error, m². */
    double ree;

    double ren;
    double rnn;

    /** Whether it may lie anywhere on the body, as a radar's reflection, and not at its centre. */
    boolean reflection;

    /** Measured along the line from the sensor, positive when receding, m/s; NaN when not measured. */
    double radialSpeed;

    /** (m/s)². */
    double radialVariance;

    /** Where the radial speed was measured from. */
    double fromEast;

    double fromNorth;

    /** Radar cross section, dBsm; NaN when not stated. */
    double strength;

    /** m/s; NaN when not measured. */
    double ve;

    double vn;

    /** Of each component of the velocity, (m/s)². */
    double velocityVariance;

    /** As the sensor says; UNKNOWN when it does not. */
    RoadUserType type = RoadUserType.UNKNOWN;

    /** Of the type, 0 to 1. */
    double confidence;

    @Nullable
    Size size;

    /** What a sender calls itself; null when it is not a self report. */
    @Nullable
    String name;

    SensorKind kind = SensorKind.CAMERA;

    boolean hasRadialSpeed() {
        return !Double.isNaN(radialSpeed);
    }

    boolean hasVelocity() {
        return !Double.isNaN(ve);
    }

    /** Whether position and error are numbers: a mount may be wrong as well. */
    boolean sound() {
        return Double.isFinite(east + north + ree + ren + rnn);
    }

    /** How many scalars were measured: the degrees of freedom of its likelihood. */
    int dimensions() {
        return 2 + (hasRadialSpeed() ? 1 : 0) + (hasVelocity() ? 2 : 0);
    }

    /** Makes it a bare position. */
    void position(double e, double n, double ee, double en, double nn) {
        east = e;
        north = n;
        ree = ee;
        ren = en;
        rnn = nn;
        reflection = false;
        radialSpeed = Double.NaN;
        strength = Double.NaN;
        ve = Double.NaN;
        vn = Double.NaN;
        type = RoadUserType.UNKNOWN;
        confidence = 0;
        size = null;
        name = null;
    }

    /** Adds a measured radial speed. */
    void radial(double speed, double variance, double sensorEast, double sensorNorth) {
        radialSpeed = speed;
        radialVariance = variance;
        fromEast = sensorEast;
        fromNorth = sensorNorth;
    }

    /** Becomes the mean of several returns of one body, of which it is one. */
    void average(Measurements all, int[] members, int count) {
        double sumEast = 0;
        double sumNorth = 0;
        double sumSpeed = 0;
        for (int i = 0; i < count; i++) {
            Measurement m = all.get(members[i]);
            sumEast += m.east;
            sumNorth += m.north;
            sumSpeed += m.radialSpeed;
        }
        east = sumEast / count;
        north = sumNorth / count;
        radialSpeed = sumSpeed / count;
    }

    /**
     * Takes the measurement into a filter.
     *
     * @param spread covariance of the reflecting point around the centre of the body, m², on top of the sensor's own error
     */
    void apply(Filter filter, Spread spread) {
        double share = reflection ? 1 : 0;
        double ee = ree + share * spread.ee;
        double en = ren + share * spread.en;
        double nn = rnn + share * spread.nn;
        // Whitening by the Cholesky factor makes two independent scalars of unit variance.
        double l11 = Math.sqrt(ee);
        double l21 = en / l11;
        double l22 = Math.sqrt(Math.max(LEAST_VARIANCE, nn - l21 * l21));
        filter.update(1 / l11, 0, 0, 0, (east - filter.east) / l11, 1);
        // The first update moved the state: the second residual is from where it is now.
        double residual = (north - filter.north - l21 * (east - filter.east) / l11) / l22;
        filter.update(-l21 / (l11 * l22), 1 / l22, 0, 0, residual, 1);
        filter.logVolume += 2 * Math.log(l11 * l22);
        if (hasRadialSpeed()) {
            applyRadialSpeed(filter);
        }
        if (hasVelocity()) {
            filter.update(0, 0, 1, 0, ve - filter.ve, velocityVariance);
            filter.update(0, 0, 0, 1, vn - filter.vn, velocityVariance);
        }
    }

    private void applyRadialSpeed(Filter filter) {
        double de = filter.east - fromEast;
        double dn = filter.north - fromNorth;
        double range = Math.max(1, Math.sqrt(de * de + dn * dn));
        double ue = de / range;
        double un = dn / range;
        double radial = filter.ve * ue + filter.vn * un;
        double turnEast = (filter.ve - radial * ue) / range;
        double turnNorth = (filter.vn - radial * un) / range;
        filter.update(turnEast, turnNorth, ue, un, radialSpeed - radial, radialVariance);
    }
}
