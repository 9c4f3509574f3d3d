package io.verge.outbox.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as numbers: nanoseconds since 1970. */
final class Nanos {
    private static final long SECOND = 1_000_000_000;
    private static final Instant FIRST = Instant.ofEpochSecond(0, Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochSecond(0, Long.MAX_VALUE);

    private Nanos() {}

    /** What is before 1677 or after 2262 becomes that bound. */
    static long of(Instant time) {
        if (time.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        if (time.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        // In this order since the earliest seconds alone would overflow.
        long second = time.getEpochSecond() + (time.getEpochSecond() < 0 ? 1 : 0);
        return second * SECOND + time.getNano() - (time.getEpochSecond() < 0 ? SECOND : 0);
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    static @Nullable Long orNull(@Nullable Instant time) {
        return time == null ? null : of(time);
    }
}
