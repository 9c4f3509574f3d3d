package io.verge.clock.internal;

import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The system's clock. When it is stepped, that is when wall time and monotonic time drift apart, its error is at least the step
 * for a while: what was stamped before and what is stamped after do not fit together. A clock that is slewed is not stepped:
 * the system slews both.
 */
@Component(service = Clock.class, configurationPid = "io.verge.clock")
@Designate(ocd = ClockConfig.class)
public final class SystemClock implements Clock {
    private static final long RECHECK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STEP_LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long DISTRUST_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Between two readings a busy box may hold the thread up; what was read then says nothing about a step. */
    private static final long HELD_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int TRIES = 4;

    private final InstantSource wall;
    private final LongSupplier monotonic;
    private final ClockQuality.Source source;
    private final Duration steadyError;
    private volatile ClockQuality quality;
    /** Guarded by this: wall minus monotonic time when last measured, when that was, and until when a step is remembered. */
    private OptionalLong offset;

    private long checkedAt;
    private long distrustUntil;

    @Activate
    public SystemClock(ClockConfig config) {
        this(
                ClockQuality.Source.valueOf(config.source()),
                Duration.ofMillis(config.error()),
                Instant::now,
                System::nanoTime);
    }

    SystemClock(ClockQuality.Source source, Duration error, InstantSource wall, LongSupplier monotonic) {
        this.wall = wall;
        this.monotonic = monotonic;
        this.source = source;
        this.steadyError = error;
        quality = new ClockQuality(source, error);
        checkedAt = monotonic.getAsLong();
        distrustUntil = checkedAt;
        offset = measure();
    }

    @Override
    public Instant now() {
        return wall.instant();
    }

    @Override
    public long nanoTime() {
        return monotonic.getAsLong();
    }

    @Override
    public ClockQuality quality() {
        check(monotonic.getAsLong());
        return quality;
    }

    private synchronized void check(long nanos) {
        if (nanos - checkedAt < RECHECK_NANOS) {
            return;
        }
        OptionalLong measured = measure();
        if (measured.isEmpty()) {
            return; // tried again when someone asks again
        }
        checkedAt = nanos;
        long now = measured.getAsLong();
        long step = Math.abs(now - offset.orElse(now));
        offset = measured;
        boolean trusted = nanos - distrustUntil >= 0;
        if (step > STEP_LIMIT_NANOS) {
            Duration known = trusted ? steadyError : quality.error();
            quality = new ClockQuality(source, longer(Duration.ofNanos(step), known));
            distrustUntil = nanos + DISTRUST_NANOS;
        } else if (trusted) {
            quality = new ClockQuality(source, steadyError);
        }
    }

    private static Duration longer(Duration one, @Nullable Duration other) {
        return other != null && other.compareTo(one) > 0 ? other : one;
    }

    /** Wall minus monotonic time, nanoseconds; empty when the thread was held up at each try. */
    private OptionalLong measure() {
        for (int i = 0; i < TRIES; i++) {
            long before = monotonic.getAsLong();
            Instant now = wall.instant();
            long took = monotonic.getAsLong() - before;
            if (took <= HELD_UP_NANOS) {
                long wallNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
                return OptionalLong.of(wallNanos - before - took / 2);
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        long nanos = duration.toNanos();
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }
}
