package io.verge.driver.simulator.internal.world;

import io.verge.api.site.Manoeuvre;

/**
 * A way across the crossing, from the stop line of a lane to the beginning of another. It begins and ends straight, over the
 * crosswalks.
 *
 * @param from the lane it comes from
 * @param to the lane it leads to
 * @param signalGroup that rules it
 */
record Turn(RoadLane from, RoadLane to, Manoeuvre manoeuvre, int signalGroup, Path path) {
    boolean startsWith(Turn other) {
        return from.id() == other.from.id();
    }

    boolean endsWith(Turn other) {
        return to.id() == other.to.id();
    }

    /** Whether it gives way to others that have green at the same time. */
    boolean givesWay() {
        return manoeuvre == Manoeuvre.LEFT;
    }

    /** The greatest speed in its curve, m/s. */
    double speed() {
        return switch (manoeuvre) {
            case STRAIGHT -> Layout.SPEED_LIMIT;
            case LEFT -> 7.5;
            case RIGHT, U_TURN -> 5.5;
        };
    }

    /** The longest vehicle that can take it, metres. */
    double longest() {
        return manoeuvre == Manoeuvre.RIGHT ? 5 : 10.5;
    }
}
