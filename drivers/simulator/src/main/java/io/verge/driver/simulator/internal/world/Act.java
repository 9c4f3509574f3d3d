package io.verge.driver.simulator.internal.world;

import java.util.stream.Stream;

/** An incident that is prepared, happens and passes. One object each. */
interface Act {
    /**
     * Moves on for a step.
     *
     * @return whether it goes on
     */
    boolean step(Situation situation);

    /** Whether nobody else may drive into a lane: come into the world on it, or leave the crossing by it. */
    default boolean holds(RoadLane lane) {
        return false;
    }

    /** Whether vehicles come to a halt, or do not, where others would not expect it. */
    default boolean disturbs() {
        return false;
    }

    /** The free metres before a vehicle, to what this act has put in its way; infinite when that is nothing. */
    default double gap(Vehicle vehicle) {
        return Double.POSITIVE_INFINITY;
    }

    /** The greatest speed at which this act lets a vehicle go where it is, m/s. */
    default double limit(Vehicle vehicle) {
        return Double.POSITIVE_INFINITY;
    }

    /** Who is there because of it and is no vehicle of the {@link Traffic}. */
    default Stream<Body> bodies() {
        return Stream.empty();
    }
}
