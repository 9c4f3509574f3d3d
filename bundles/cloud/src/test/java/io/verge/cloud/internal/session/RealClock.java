package io.verge.cloud.internal.session;

import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The machine's time. */
final class RealClock implements Clock {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public ClockQuality quality() {
        return new ClockQuality(ClockQuality.Source.SYSTEM, Duration.ofMillis(20));
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
