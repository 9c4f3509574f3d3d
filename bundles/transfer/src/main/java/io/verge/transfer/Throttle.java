package io.verge.transfer;

import io.verge.api.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Holds a reader to its budget. One thread. */
final class Throttle {
    /** Called while there is a pause, and may end it by throwing. */
    interface Check {
        void stillWanted() throws IOException;
    }

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** A read is a quarter of a second's octets, so that the budget is asked often. */
    private static final int READS_A_SECOND = 4;

    private static final int LEAST_READ = 64;

    private final Clock clock;
    private final Budget budget;
    private long due;

    Throttle(Clock clock, Budget budget) {
        this.clock = clock;
        this.budget = budget;
        due = clock.nanoTime();
    }

    /** Waits until something may be read. */
    int most(int buffer, Check check) throws IOException, InterruptedException {
        check.stillWanted();
        long early = due - clock.nanoTime();
        if (early > 0) {
            clock.sleep(Duration.ofNanos(early));
        }
        long rate = budget.octetsPerSecond();
        while (rate <= 0) {
            clock.sleep(PAUSE);
            check.stillWanted();
            rate = budget.octetsPerSecond();
        }
        return (int) Math.min(buffer, Math.max(LEAST_READ, rate / READS_A_SECOND));
    }

    /** Something was read. */
    void took(int octets) {
        long rate = Math.max(1, budget.octetsPerSecond());
        // Time in which nothing came is not made up for.
        due = Math.max(due, clock.nanoTime()) + (long) (octets / (double) rate * SECOND);
    }
}
