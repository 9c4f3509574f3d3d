package io.verge.api.app;

/** What an app cannot do without. */
public enum Need {
    /** A sensor that detects road users. */
    ROAD_USERS,
    /** A signal controller. */
    SIGNALS,
    /** A map of the crossing. */
    MAP
}
