package io.verge.cloud.internal.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try. First anything from nothing to the spread, so that a city that lost its broker does not
 * come back all at once; then equal jitter: half of the step and up to another half, the step doubling, for sessions from 15 s to
 * 300 s. Reset only when a session has been stable for a while, or a broker that accepts and drops would be hammered. One thread.
 */
public final class BackOff {
    static final Duration BASE = Duration.ofSeconds(15);
    static final Duration GREATEST = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private final Duration base;
    private final Duration greatest;
    private boolean first = true;
    private Duration step;

    /** Of sessions. */
    BackOff(RandomGenerator random) {
        this(random, BASE, GREATEST);
    }

    /**
     * Of something else.
     *
     * @param base the first step
     * @param greatest the last
     */
    public BackOff(RandomGenerator random, Duration base, Duration greatest) {
        this.random = random;
        this.base = base;
        this.greatest = greatest;
        this.step = base;
    }

    /**
     * The wait before the next try.
     *
     * @param spread of the first; zero for at once
     */
    public Duration next(Duration spread) {
        if (first) {
            first = false;
            return upTo(spread);
        }
        Duration wait = half(step);
        Duration doubled = step.multipliedBy(2);
        step = doubled.compareTo(greatest) < 0 ? doubled : greatest;
        return wait;
    }

    /** The longest wait there is: the broker has said that it does not want us now. */
    public Duration late() {
        first = false;
        step = greatest;
        return half(greatest);
    }

    /** From nothing to this. */
    Duration upTo(Duration most) {
        return Duration.ofNanos(Math.round(most.toNanos() * random.nextDouble()));
    }

    private Duration half(Duration whole) {
        return whole.dividedBy(2).plus(upTo(whole.dividedBy(2)));
    }

    /** The last session was stable. */
    void reset() {
        first = true;
        step = base;
    }
}
