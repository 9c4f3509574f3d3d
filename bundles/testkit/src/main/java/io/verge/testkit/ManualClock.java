package io.verge.testkit;

import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that moves only when the test says so. A thread that sleeps wakes when the test has moved time far enough; a leaping
 * clock moves time itself when someone sleeps.
 */
public final class ManualClock implements Clock {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);

    private final boolean leaping;
    private Instant now = START;
    private long nanos;
    private int sleepers;
    private ClockQuality quality = EXACT;

    private ManualClock(boolean leaping) {
        this.leaping = leaping;
    }

    /** Sleepers wait for {@link #advance}. */
    public static ManualClock standing() {
        return new ManualClock(false);
    }

    /** Sleeping takes no time but moves the clock. */
    public static ManualClock leaping() {
        return new ManualClock(true);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized ClockQuality quality() {
        return quality;
    }

    public synchronized void quality(ClockQuality better) {
        quality = better;
    }

    public synchronized void set(Instant wallTime) {
        now = wallTime;
    }

    /** Moves time on and wakes those whose time has come. */
    public synchronized void advance(Duration step) {
        now = now.plus(step);
        nanos += step.toNanos();
        notifyAll();
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (duration.isNegative() || duration.isZero()) {
            return;
        }
        if (leaping) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            advance(duration);
            return;
        }
        long until = nanos + duration.toNanos();
        sleepers++;
        notifyAll();
        try {
            while (nanos - until < 0) {
                wait();
            }
        } finally {
            sleepers--;
        }
    }

    /** Waits, in real time, until so many threads sleep on this clock. */
    public synchronized void awaitSleepers(int count) throws InterruptedException {
        while (sleepers < count) {
            wait();
        }
    }
}
