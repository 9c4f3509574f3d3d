package io.verge.authority.rollout.run;

import java.util.Locale;

/**
 * How far a roll-out is with one box.
 *
 * <pre>
 *  PLANNED ──asked──▶ ASKED ──it works on it──▶ WORKING ──committed──▶ DONE
 *     │  ▲              │                          │ └────it could not──▶ FAILED
 *     │  └──stopped─────┴──────────────────────────┤
 *     │                 └──────────deadline────────┴────────────────────▶ SILENT
 *     └──cancelled──▶ LEFT ◀──cancelled, nothing changed yet── ASKED, WORKING
 *  FAILED, SILENT ──tried again──▶ PLANNED
 * </pre>
 *
 * A box of which it is heard that it has committed is DONE from anywhere but FAILED and SILENT: these two are final, and what comes late
 * is only noted.
 */
public enum BoxState {
    /** It has not been asked, or what it was asked has been taken back. */
    PLANNED,
    /** It has been asked, and nothing has been heard of it. */
    ASKED,
    /** It says that it is on it. */
    WORKING,
    /** It runs the release. */
    DONE,
    /** It says that it cannot, or that it is as before. */
    FAILED,
    /** It has not said how it ended, and its time is over. Counts as failed. */
    SILENT,
    /** Nobody wants it of this box any more. */
    LEFT;

    /** Nothing more is waited for. */
    public boolean isOver() {
        return this == DONE || isFailure() || this == LEFT;
    }

    /** Something has been asked of the box that has not ended. */
    public boolean isOpen() {
        return this == ASKED || this == WORKING;
    }

    /** Counts against the roll-out. */
    public boolean isFailure() {
        return this == FAILED || this == SILENT;
    }

    /** As people and files have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
