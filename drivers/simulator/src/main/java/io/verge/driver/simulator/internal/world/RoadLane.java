package io.verge.driver.simulator.internal.world;

/**
 * A lane for vehicles.
 *
 * @param id as in the map
 * @param arm the approach, 1 to 4
 * @param ingress whether it leads to the crossing
 * @param offset of its middle from the middle of the road, metres to the right when one looks away from the crossing
 * @param path in the direction of travel
 */
record RoadLane(int id, int arm, boolean ingress, double offset, Path path) {}
