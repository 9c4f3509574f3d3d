package io.verge.api.time;

import java.time.Duration;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The time of the box. In the field it is the system's; in a replay it is that of the recording; in a test it belongs to the
 * test. Safe for use by several threads.
 */
@ProviderType
public interface Clock {
    /** The wall time. It may jump when the system's clock is set; see {@link #quality()}. */
    Instant now();

    /** Nanoseconds since an arbitrary instant; never goes back. Only differences mean something. */
    long nanoTime();

    /** How far the wall time can be trusted now. */
    ClockQuality quality();

    /**
     * Waits. In a replay this is what moves time on.
     *
     * @param duration how long; zero or less returns at once
     * @throws InterruptedException when the waiting thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;
}
