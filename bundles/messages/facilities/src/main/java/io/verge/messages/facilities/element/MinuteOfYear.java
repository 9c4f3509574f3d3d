package io.verge.messages.facilities.element;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** An instant as DE MinuteOfTheYear, UTC, and DE DSecond, milliseconds of the minute, alike in all sets. */
public final class MinuteOfYear {
    /** Milliseconds of a minute; DE DSecond from here on is none. */
    public static final int MINUTE_MILLIS = 60_000;

    /** DE MinuteOfTheYear that is not known; also one more than a leap year has. */
    private static final int MINUTES_OF_YEAR = 527_040;

    private static final Duration YEAR = Duration.ofDays(365);

    private MinuteOfYear() {}

    /** DE MinuteOfTheYear. */
    public static int of(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return ((utc.getDayOfYear() - 1) * 24 + utc.getHour()) * 60 + utc.getMinute();
    }

    /** DE DSecond. */
    public static int millisOfMinute(Instant time) {
        return (int) Math.floorMod(time.toEpochMilli(), (long) MINUTE_MILLIS);
    }

    /**
     * The instant nearest to another with this minute of the year and millisecond of the minute.
     *
     * @param minute null for the nearest minute
     * @param millis null for the minute's beginning
     * @return null when neither is there, or one is unavailable
     */
    public static @Nullable Instant instant(@Nullable Integer minute, @Nullable Integer millis, Instant near) {
        if ((minute == null && millis == null)
                || (minute != null && minute >= MINUTES_OF_YEAR)
                || (millis != null && millis >= MINUTE_MILLIS)) {
            return null;
        }
        long into = millis == null ? 0 : millis;
        if (minute == null) {
            return nearest(near.truncatedTo(ChronoUnit.MINUTES).plusMillis(into), Duration.ofMinutes(1), near);
        }
        long minutes = (long) minute - of(near);
        return nearest(
                near.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60 * minutes).plusMillis(into), YEAR, near);
    }

    /** Of what repeats, that which is nearest. Across New Year a leap year's last day is off by one, like the field itself. */
    private static Instant nearest(Instant one, Duration every, Instant near) {
        Duration off = Duration.between(near, one);
        Duration half = every.dividedBy(2);
        if (off.compareTo(half) > 0) {
            return one.minus(every);
        }
        return off.negated().compareTo(half) > 0 ? one.plus(every) : one;
    }
}
