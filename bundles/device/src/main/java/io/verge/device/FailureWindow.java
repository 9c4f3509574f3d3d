package io.verge.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The failures of the last five minutes: the third is one too many. One thread. */
final class FailureWindow {
    static final int GREATEST = 3;
    static final Duration LENGTH = Duration.ofMinutes(5);

    private final Deque<Long> times = new ArrayDeque<>();

    /**
     * Notes a failure.
     *
     * @param nanos on the monotonic clock
     * @return whether there were too many
     */
    boolean full(long nanos) {
        times.addLast(nanos);
        while (nanos - times.getFirst() > LENGTH.toNanos()) {
            times.removeFirst();
        }
        return times.size() >= GREATEST;
    }
}
