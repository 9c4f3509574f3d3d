package io.verge.transfer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after failures in a row: half of it certain, half by chance, so that many boxes do not come back at once. One thread. */
public final class Retry {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration shortest;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    public Retry(Duration shortest, Duration longest, RandomGenerator random) {
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
    }

    /** Something has worked. */
    public void reset() {
        failures = 0;
    }

    /** After one more failure. */
    public Duration next() {
        Duration grown = shortest.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        long half = (grown.compareTo(longest) < 0 ? grown : longest).toNanos() / 2;
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }
}
