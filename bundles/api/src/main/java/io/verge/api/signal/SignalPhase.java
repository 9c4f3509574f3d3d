package io.verge.api.signal;

/**
 * What a signal group shows, as SAE J2735 MovementPhaseState and ISO/TS 19091 name it.
 */
public enum SignalPhase {
    /** Not known. */
    UNAVAILABLE,
    /** No lamp is lit. */
    DARK,
    /** Flashing red. */
    STOP_THEN_PROCEED,
    /** Red. */
    STOP_AND_REMAIN,
    /** Red and yellow: about to go. */
    PRE_MOVEMENT,
    /** Green; others may have the right of way. */
    PERMISSIVE_MOVEMENT,
    /** Green, and nobody else may cross. */
    PROTECTED_MOVEMENT,
    /** Yellow after a permissive green. */
    PERMISSIVE_CLEARANCE,
    /** Yellow after a protected green. */
    PROTECTED_CLEARANCE,
    /** Flashing yellow. */
    CAUTION;

    /** Whether it lets its traffic go. */
    public boolean green() {
        return this == PERMISSIVE_MOVEMENT || this == PROTECTED_MOVEMENT;
    }
}
