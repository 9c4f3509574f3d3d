package io.verge.api.update;

import java.util.Locale;

/**
 * Where an update is.
 *
 * <pre>
 *  METADATA ▶ PLAN ▶ DOWNLOAD ▶ VERIFY ▶ RESOLVE ▶ STAGED ▶ WAIT ▶ SWITCH ▶ PROBATION ▶ COMMITTED
 *      └────────┴────────┴────────┴────────┴─────────┴───────┴──▶ CANCELLED | REJECTED      nothing was changed
 *                                                        SWITCH, PROBATION ──▶ ROLLBACK ▶ FAILED    as before
 * </pre>
 */
public enum Phase {
    /** Signed metadata is fetched and checked. */
    METADATA,
    /** What the box has is compared with what the release says. */
    PLAN,
    /** What is missing is fetched; goes on after any restart. */
    DOWNLOAD,
    /** Hashes, lengths and jars are checked. Back to DOWNLOAD when what was fetched does not become the jar, and there is another form of it. */
    VERIFY,
    /** The whole future set is resolved without touching what runs. */
    RESOLVE,
    /** All is on the disk, as a generation that nothing points to. */
    STAGED,
    /**
     * For the maintenance window, a moment in which the road does not need the box, and whoever objects. Back to METADATA when that does
     * not hold any more at the end.
     */
    WAIT,
    /** The box points to the new generation, and the bundles that differ are replaced. */
    SWITCH,
    /** The new set runs and is compared with the old. */
    PROBATION,
    /** The new set is what the box goes back to from now on. */
    COMMITTED,
    /** The box points to the old generation again, the bundles are put back, and their devices are listened for. */
    ROLLBACK,
    /** The old set runs as before. */
    FAILED,
    /** Somebody did not want it any more; nothing was changed. */
    CANCELLED,
    /** It cannot be installed here; nothing was changed. */
    REJECTED;

    /** Nothing follows. */
    public boolean isOver() {
        return this == COMMITTED || this == FAILED || this == CANCELLED || this == REJECTED;
    }

    /** Whether it can still be given up without anything having been changed. */
    public boolean isHarmless() {
        return compareTo(SWITCH) < 0;
    }

    /** As people and machines read it, such as {@code probation}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
