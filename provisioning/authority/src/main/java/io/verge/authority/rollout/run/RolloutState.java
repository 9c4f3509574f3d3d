package io.verge.authority.rollout.run;

import java.util.Locale;

/**
 * How a roll-out is.
 *
 * <pre>
 *            ┌──pause──▶ PAUSED ──resume──┐
 *  RUNNING ──┤             │              ├──▶ RUNNING
 *     │      └──too many failures──▶ STOPPED ──resume, retry──┘
 *     ├──last step──▶ FINISHED ──retry──▶ RUNNING
 *     └──cancel──▶ CANCELLED ◀──cancel── PAUSED, STOPPED
 * </pre>
 *
 * Too many failures stop it from PAUSED, too.
 */
public enum RolloutState {
    /** Boxes are asked, step by step. */
    RUNNING,
    /** Somebody wants no more boxes to be asked; those that were go on. */
    PAUSED,
    /** Too many have failed; what was asked of boxes that have changed nothing yet is taken back. */
    STOPPED,
    /** Every box has been asked, and has ended. */
    FINISHED,
    /** Somebody does not want it any more; taken back as when it is stopped. */
    CANCELLED;

    /** As people and files have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
