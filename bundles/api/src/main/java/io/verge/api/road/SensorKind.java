package io.verge.api.road;

/** Where knowledge of a road user comes from. */
public enum SensorKind {
    RADAR,
    CAMERA,
    LIDAR,
    /** The road user's own report over the air. */
    SELF_REPORT
}
