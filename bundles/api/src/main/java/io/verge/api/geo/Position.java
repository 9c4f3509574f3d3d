package io.verge.api.geo;

/**
 * A position in the site frame: metres east, north and up from the site's origin.
 */
public record Position(double east, double north, double up) {
    /** The horizontal distance, metres. */
    public double distanceTo(Position other) {
        return Math.hypot(other.east - east, other.north - north);
    }
}
