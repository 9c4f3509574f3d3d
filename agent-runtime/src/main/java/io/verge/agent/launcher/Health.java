package io.verge.agent.launcher;

import java.util.List;

/**
 * Whether a start was one, judged by looks at the framework at even intervals.
 *
 * <pre>
 *            at its last start level, every bundle active, for so many looks ─▶ HEALTHY
 * WAITING ──▶ at its last start level, the same bundles not active, likewise ─▶ FAILED
 *            not at its last start level after so many looks ────────────────▶ FAILED
 * </pre>
 *
 * A proven set is HEALTHY at its last start level: on another day the same bundle may fail for want of its device, and a box that
 * runs without it is better than one that restarts. It never becomes FAILED. Not safe for use by several threads.
 */
final class Health {
    enum Verdict {
        WAITING,
        HEALTHY,
        FAILED
    }

    private final boolean proven;
    private final int steady;
    private final int limit;
    private int looks;
    private int same;
    private List<String> inactive = List.of();

    /**
     * @param proven whether the set was healthy for long enough before
     * @param steady looks that must show the same
     * @param limit looks by which the last start level must be reached
     */
    Health(boolean proven, int steady, int limit) {
        this.proven = proven;
        this.steady = steady;
        this.limit = limit;
    }

    /**
     * @param atLastLevel whether the framework has reached it
     * @param notActive names of the bundles that should be active and are not
     */
    Verdict look(boolean atLastLevel, List<String> notActive) {
        looks++;
        List<String> now = proven ? List.of() : notActive;
        same = atLastLevel && (same == 0 || now.equals(inactive)) ? same + 1 : atLastLevel ? 1 : 0;
        inactive = List.copyOf(now);
        if (same >= steady) {
            return inactive.isEmpty() ? Verdict.HEALTHY : Verdict.FAILED;
        }
        boolean late = !atLastLevel && looks >= limit;
        return late && !proven ? Verdict.FAILED : Verdict.WAITING;
    }
}
