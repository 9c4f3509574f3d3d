package io.verge.messages.sae.internal;

import io.verge.api.air.UnspeakableException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a TIM holds, in whole minutes that cover what is meant.
 *
 * @param minutes 0 when it is over, {@link #FOREVER} when no end is known
 */
record Period(Instant start, int minutes) {
    /** DE MinutesDuration. */
    static final int FOREVER = 32_000;

    /** What began longer ago is said to have begun then: the longest duration must reach beyond the present. */
    private static final Duration LONGEST_PAST = Duration.ofDays(1);

    private static final Duration LONGEST_AHEAD = Duration.ofDays(365);

    static Period of(Instant now, Instant from, @Nullable Instant until) throws UnspeakableException {
        if (from.isAfter(now.plus(LONGEST_AHEAD))) {
            throw new UnspeakableException("TIM: " + from + " is more than a year ahead");
        }
        Instant oldest = now.minus(LONGEST_PAST);
        Instant start = (from.isBefore(oldest) ? oldest : from).truncatedTo(ChronoUnit.MINUTES);
        return new Period(start, until == null ? FOREVER : minutes(now, start, until));
    }

    /** Of what has just ended. */
    static Period ended(Instant now) {
        return new Period(now.truncatedTo(ChronoUnit.MINUTES), 0);
    }

    private static int minutes(Instant now, Instant start, Instant until) {
        if (!until.isAfter(now) || !until.isAfter(start)) {
            return 0;
        }
        long seconds = Duration.between(start, until)
                .plusSeconds(59)
                .plusNanos(999_999_999)
                .toSeconds();
        return (int) Math.min(seconds / 60, FOREVER - 1);
    }

    int year() {
        return start.atOffset(ZoneOffset.UTC).getYear();
    }
}
