package io.verge.gate.internal;

import java.util.concurrent.TimeUnit;

/** Says when something that happens often may be logged: the first time, then at most once a minute. Any thread. */
final class Seldom {
    private static final long QUIET = TimeUnit.MINUTES.toNanos(1);

    private long logged;
    private long count;
    private boolean before;

    /**
     * It happened once more.
     *
     * @param nanos monotonic
     * @return how often since it was logged, this time included, when it is to be logged now; else 0
     */
    synchronized long happened(long nanos) {
        count++;
        if (before && nanos - logged < QUIET) {
            return 0;
        }
        before = true;
        logged = nanos;
        long since = count;
        count = 0;
        return since;
    }
}
