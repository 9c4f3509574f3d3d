package io.verge.device;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: half a second, doubled with each to half a minute. Each wait is up to a fifth shorter
 * or longer, so that boxes that lost the same switch do not come back all at once. One thread.
 */
final class BackOff {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration GREATEST = Duration.ofSeconds(30);
    private static final double JITTER = 0.2;

    private final RandomGenerator random;
    private Duration next = FIRST;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        Duration wait = Duration.ofNanos(Math.round(next.toNanos() * factor));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(GREATEST) < 0 ? doubled : GREATEST;
        return wait;
    }

    /** The device works again. */
    void reset() {
        next = FIRST;
    }
}
