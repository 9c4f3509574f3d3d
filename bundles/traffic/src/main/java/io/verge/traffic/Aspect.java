package io.verge.traffic;

/** What a signal means for who arrives at it. */
public enum Aspect {
    /** May go. */
    GO,
    /** Yellow: has to stop who can. */
    CLEARING,
    /** Red: nobody may pass. */
    STOP,
    /** Not known, not fresh, or not ruled by its lamp, as when it flashes or is dark. */
    UNKNOWN
}
