package io.verge.api.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How good the wall time is.
 *
 * @param source what disciplines the clock
 * @param error the estimated error, not negative; null when nobody knows
 */
public record ClockQuality(Source source, @Nullable Duration error) {
    /** What disciplines a clock. */
    public enum Source {
        /** Nothing, as far as is known. */
        FREE_RUNNING,
        /** The operating system's own discipline, of which only the configured error is known. */
        SYSTEM,
        NTP,
        PTP,
        GNSS,
        /** A recording: exact by definition. */
        RECORDING
    }

    public ClockQuality {
        if (error != null && error.isNegative()) {
            throw new IllegalArgumentException("a clock's error is not negative: " + error);
        }
    }

    /** Whether the error is known and not greater than the limit. */
    public boolean within(Duration limit) {
        return error != null && error.compareTo(limit) <= 0;
    }
}
