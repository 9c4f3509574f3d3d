package io.verge.api.road;

/** What kind of road user. */
public enum RoadUserType {
    UNKNOWN,
    CAR,
    TRUCK,
    BUS,
    MOTORCYCLE,
    BICYCLE,
    PEDESTRIAN,
    ANIMAL,
    /** Something on the road that should not be there. */
    OBSTACLE;

    /** Whether it has an engine and a body around its driver, or is at least as fast. */
    public boolean motorised() {
        return this == CAR || this == TRUCK || this == BUS || this == MOTORCYCLE;
    }

    /** Whether it has nothing around it: who is on foot, on a bicycle or on a motorcycle. */
    public boolean vulnerable() {
        return this == PEDESTRIAN || this == BICYCLE || this == MOTORCYCLE;
    }
}
