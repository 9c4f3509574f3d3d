package io.verge.api.site;

/** Who a lane is for. */
public enum LaneUse {
    VEHICLE,
    BUS,
    BICYCLE,
    SIDEWALK
}
