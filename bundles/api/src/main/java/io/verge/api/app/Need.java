package io.verge.api.app;

/** What an app cannot do without. */
public enum Need {
    /** A sensor that detects road users. */
    ROAD_USERS,
    /** A signal controller that says what its lamps show. */
    SIGNALS,
    /** A map of the crossing. */
    MAP,
    /** A map with at least one crosswalk. */
    CROSSWALKS,
    /** A map with at least one lane or crosswalk that a signal group rules. */
    SIGNAL_GROUPS,
    /** A radio, to hear what road users ask. */
    RADIO,
    /** A signal controller that can be asked for a green. */
    SIGNAL_CONTROL,
    /** A source of corrections for satellite navigation. */
    CORRECTIONS
}
