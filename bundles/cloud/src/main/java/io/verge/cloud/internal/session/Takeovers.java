package io.verge.cloud.internal.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts how often another client with our id threw us out: three times in ten minutes is no accident. One thread. */
final class Takeovers {
    static final int MANY = 3;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final Deque<Long> times = new ArrayDeque<>();

    /**
     * Notes one.
     *
     * @param nanos on the monotonic clock
     * @return whether it is a clash
     */
    boolean clash(long nanos) {
        times.addLast(nanos);
        while (nanos - times.getFirst() > WINDOW.toNanos()) {
            times.removeFirst();
        }
        return times.size() >= MANY;
    }
}
