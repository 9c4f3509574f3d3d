package io.verge.traffic;

import io.verge.api.signal.SignalPhase;

/** The part of its cycle in which a signal group is, in the order in which they follow each other. */
enum Light {
    GREEN,
    YELLOW,
    RED,
    /** Red and yellow; not everywhere. */
    PREPARE,
    /** Dark, flashing or unknown: no part of a cycle. */
    NONE;

    static Light of(SignalPhase phase) {
        return switch (phase) {
            case PERMISSIVE_MOVEMENT, PROTECTED_MOVEMENT -> GREEN;
            case PERMISSIVE_CLEARANCE, PROTECTED_CLEARANCE -> YELLOW;
            case STOP_AND_REMAIN -> RED;
            case PRE_MOVEMENT -> PREPARE;
            case UNAVAILABLE, DARK, STOP_THEN_PROCEED, CAUTION -> NONE;
        };
    }

    /** The part that follows this in a cycle; of none, none. */
    Light next() {
        return switch (this) {
            case GREEN -> YELLOW;
            case YELLOW -> RED;
            case RED -> PREPARE;
            case PREPARE -> GREEN;
            case NONE -> NONE;
        };
    }
}
