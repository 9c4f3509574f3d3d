package io.verge.clock.internal;

import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The system's clock. When it is stepped, that is when wall time and monotonic time drift apart, its error is the step for a
 * while: what was stamped before and what is stamped after do not fit together.
 */
@Component(service = Clock.class, configurationPid = "io.verge.clock")
@Designate(ocd = ClockConfig.class)
public final class SystemClock implements Clock {
    private static final long RECHECK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STEP_LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long DISTRUST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ClockQuality steady;
    private volatile ClockQuality quality;
    /** Guarded by this: wall minus monotonic time at the last check, when that was, and until when a step is remembered. */
    private long offset;

    private long checkedAt;
    private long distrustUntil;

    @Activate
    public SystemClock(ClockConfig config) {
        steady = new ClockQuality(ClockQuality.Source.valueOf(config.source()), Duration.ofMillis(config.error()));
        quality = steady;
        checkedAt = System.nanoTime();
        distrustUntil = checkedAt;
        offset = wallNanos() - checkedAt;
    }

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
        check(System.nanoTime());
        return quality;
    }

    private synchronized void check(long nanos) {
        if (nanos - checkedAt < RECHECK_NANOS) {
            return;
        }
        long before = offset;
        offset = wallNanos() - System.nanoTime();
        checkedAt = nanos;
        long step = Math.abs(offset - before);
        if (step > STEP_LIMIT_NANOS) {
            quality = new ClockQuality(steady.source(), Duration.ofNanos(step));
            distrustUntil = nanos + DISTRUST_NANOS;
        } else if (nanos - distrustUntil >= 0) {
            quality = steady;
        }
    }

    private static long wallNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        long nanos = duration.toNanos();
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }
}
