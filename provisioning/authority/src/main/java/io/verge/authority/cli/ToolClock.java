package io.verge.authority.cli;

import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The time of the machine that the tool runs on, for parts that are the box's, too. */
final class ToolClock implements Clock {
    private static final ClockQuality UNKNOWN = new ClockQuality(ClockQuality.Source.SYSTEM, null);

    private final InstantSource wall;

    ToolClock(InstantSource wall) {
        this.wall = wall;
    }

    @Override
    public Instant now() {
        return wall.instant();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public ClockQuality quality() {
        return UNKNOWN;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
