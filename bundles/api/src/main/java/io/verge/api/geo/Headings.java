package io.verge.api.geo;

/** Directions in the horizontal plane: degrees clockwise from true north. */
public final class Headings {
    private Headings() {}

    /** The direction of a vector, 0 (inclusive) to 360 (exclusive); 0 for the null vector. */
    public static double of(double east, double north) {
        return normalize(Math.toDegrees(Math.atan2(east, north)));
    }

    /** The same direction, 0 (inclusive) to 360 (exclusive). */
    public static double normalize(double degrees) {
        double rest = Math.abs(degrees) < 360 ? degrees : degrees % 360; // a division costs a hundred times more
        double positive = rest < 0 ? rest + 360 : rest;
        return positive >= 360 ? 0 : positive; // -1e-20 + 360 is 360
    }

    /** The turn from one direction to another, −180 (exclusive) to 180 (inclusive), clockwise positive. */
    public static double turn(double from, double to) {
        double turn = normalize(to - from);
        return turn > 180 ? turn - 360 : turn;
    }
}
