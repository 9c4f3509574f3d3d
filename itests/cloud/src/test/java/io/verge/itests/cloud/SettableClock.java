package io.verge.itests.cloud;

import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The system's clock, as somebody has set it. */
final class SettableClock implements Clock {
    private static final ClockQuality QUALITY = new ClockQuality(ClockQuality.Source.SYSTEM, Duration.ofMillis(20));

    private volatile Duration offset = Duration.ZERO;

    /** Sets it so far off the system's. */
    void set(Duration off) {
        offset = off;
    }

    @Override
    public Instant now() {
        return Instant.now().plus(offset);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public ClockQuality quality() {
        return QUALITY;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
