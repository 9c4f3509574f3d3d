package io.verge.api.road;

import io.verge.api.geo.Headings;

/** A velocity in the site frame, m/s. */
public record Velocity(double east, double north) {
    public static final Velocity ZERO = new Velocity(0, 0);

    /** Metres per second, not negative. */
    public double speed() {
        return Math.hypot(east, north);
    }

    /** Degrees clockwise from north, 0 to 360; 0 when standing. */
    public double heading() {
        return Headings.of(east, north);
    }
}
