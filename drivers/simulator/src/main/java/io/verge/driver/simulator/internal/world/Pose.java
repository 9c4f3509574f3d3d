package io.verge.driver.simulator.internal.world;

import io.verge.api.geo.Headings;

/**
 * A place on the ground and a direction.
 *
 * @param east metres, site frame
 * @param north metres, site frame
 * @param heading degrees clockwise from true north, 0 to 360
 */
public record Pose(double east, double north, double heading) {
    public Pose {
        heading = Headings.normalize(heading);
    }

    /** The pose so far ahead, and so far to the right, with the same heading; metres. */
    Pose moved(double ahead, double right) {
        double direction = Math.toRadians(heading);
        return new Pose(
                east + ahead * Math.sin(direction) + right * Math.cos(direction),
                north + ahead * Math.cos(direction) - right * Math.sin(direction),
                heading);
    }

    /** The same place with another direction. */
    Pose facing(double otherHeading) {
        return new Pose(east, north, otherHeading);
    }
}
