package io.verge.api.geo;

/**
 * How sure a horizontal vector is: its symmetric 2 × 2 covariance, in the vector's unit squared.
 *
 * @param ee variance east
 * @param en covariance of east and north
 * @param nn variance north
 */
public record Covariance(double ee, double en, double nn) {
    /** The same in all directions. */
    public static Covariance round(double sigma) {
        return new Covariance(sigma * sigma, 0, sigma * sigma);
    }

    /** The standard deviation along the longer axis of the error ellipse. */
    public double semiMajor() {
        return Math.sqrt(Math.max(0, (ee + nn) / 2 + spread()));
    }

    /** The standard deviation along the shorter axis of the error ellipse. */
    public double semiMinor() {
        return Math.sqrt(Math.max(0, (ee + nn) / 2 - spread()));
    }

    /** The direction of the longer axis, degrees clockwise from north, 0 to 180. */
    public double orientation() {
        return Headings.normalize(Math.toDegrees(Math.atan2(2 * en, nn - ee)) / 2) % 180;
    }

    private double spread() {
        return Math.hypot((ee - nn) / 2, en);
    }
}
