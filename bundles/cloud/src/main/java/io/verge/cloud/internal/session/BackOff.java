package io.verge.cloud.internal.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try. First anything from nothing to the spread, so that a city that lost its broker does not
 * come back all at once; then equal jitter: half of the step and up to another half, the step doubling from 15 s to 300 s. Reset
 * only when a session has been stable for a while, or a broker that accepts and drops would be hammered. One thread.
 */
final class BackOff {
    static final Duration BASE = Duration.ofSeconds(15);
    static final Duration GREATEST = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private boolean first = true;
    private Duration step = BASE;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait before the next try.
     *
     * @param spread of the first; zero for at once
     */
    Duration next(Duration spread) {
        if (first) {
            first = false;
            return upTo(spread);
        }
        Duration wait = half(step);
        Duration doubled = step.multipliedBy(2);
        step = doubled.compareTo(GREATEST) < 0 ? doubled : GREATEST;
        return wait;
    }

    /** The longest wait there is: the broker has said that it does not want us now. */
    Duration late() {
        first = false;
        step = GREATEST;
        return half(GREATEST);
    }

    /** From nothing to this. */
    Duration upTo(Duration greatest) {
        return Duration.ofNanos(Math.round(greatest.toNanos() * random.nextDouble()));
    }

    private Duration half(Duration whole) {
        return whole.dividedBy(2).plus(upTo(whole.dividedBy(2)));
    }

    /** The last session was stable. */
    void reset() {
        first = true;
        step = BASE;
    }
}
