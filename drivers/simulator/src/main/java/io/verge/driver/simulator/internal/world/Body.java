package io.verge.driver.simulator.internal.world;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;

/**
 * Someone on the road, as it truly is. Immutable.
 *
 * @param id unique in the world, from 1 up
 * @param pose the middle of the body, and where it points and moves to
 * @param speed m/s, not negative
 * @param conduct how it behaves
 */
public record Body(int id, RoadUserType type, Pose pose, double speed, Size size, Conduct conduct) {
    /** How a road user behaves. */
    public enum Conduct {
        LAWFUL,
        /** Drives on at red. */
        RED_LIGHT_RUNNER,
        WRONG_WAY,
        BROKEN_DOWN,
        SPEEDER,
        SLOW,
        JAYWALKER
    }

    /** The velocity east, m/s. */
    public double east() {
        return speed * Math.sin(Math.toRadians(pose.heading()));
    }

    /** The velocity north, m/s. */
    public double north() {
        return speed * Math.cos(Math.toRadians(pose.heading()));
    }

    /** The same body so many seconds later, if it goes straight on. */
    public Body after(double seconds) {
        return new Body(id, type, pose.moved(speed * seconds, 0), speed, size, conduct);
    }

    /** Whether the two rectangles on the ground touch. */
    public boolean overlaps(Body other) {
        return !apart(this, other) && !apart(other, this);
    }

    /** Whether an axis of the first body separates the two. */
    private static boolean apart(Body first, Body second) {
        double direction = Math.toRadians(first.pose.heading());
        double turn = Math.toRadians(second.pose.heading()) - direction;
        double dx = second.pose.east() - first.pose.east();
        double dy = second.pose.north() - first.pose.north();
        double ahead = dx * Math.sin(direction) + dy * Math.cos(direction);
        double right = dx * Math.cos(direction) - dy * Math.sin(direction);
        double length = second.size.length() / 2;
        double width = second.size.width() / 2;
        double reachAhead = length * Math.abs(Math.cos(turn)) + width * Math.abs(Math.sin(turn));
        double reachRight = length * Math.abs(Math.sin(turn)) + width * Math.abs(Math.cos(turn));
        return Math.abs(ahead) >= first.size.length() / 2 + reachAhead
                || Math.abs(right) >= first.size.width() / 2 + reachRight;
    }
}
