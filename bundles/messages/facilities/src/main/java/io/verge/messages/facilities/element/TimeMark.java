package io.verge.messages.facilities.element;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * DE TimeMark of SPAT: a tenth of a second of the UTC hour. What has passed is told as now.
 *
 * @param beyond what stands for an hour from now and later
 */
public record TimeMark(int beyond) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOUR_TENTHS = 36_000;
    private static final int TENTH_MILLIS = 100;

    /** Per cent, from DE TimeIntervalConfidence 0 on. */
    private static final double[] CLASSES = {21, 36, 47, 56, 62, 68, 73, 77, 81, 85, 88, 91, 94, 96, 98, 100};

    /** The mark of an instant, not later than that. */
    public int atLeast(Instant now, Instant then) {
        return mark(now, then, 0);
    }

    /** Like {@link #atLeast}, but not earlier; null when then is null. */
    public @Nullable Integer atMost(Instant now, @Nullable Instant then) {
        return then == null ? null : mark(now, then, TENTH_MILLIS - 1);
    }

    /** Like {@link #atLeast}, the nearest; null when then is null. */
    public @Nullable Integer nearest(Instant now, @Nullable Instant then) {
        return then == null ? null : mark(now, then, TENTH_MILLIS / 2);
    }

    private int mark(Instant now, Instant then, int roundUp) {
        if (!then.isBefore(now.plus(HOUR))) {
            return beyond;
        }
        long millis = (then.isBefore(now) ? now : then).toEpochMilli() + roundUp;
        return (int) Math.floorMod(Math.floorDiv(millis, (long) TENTH_MILLIS), (long) HOUR_TENTHS);
    }

    /** DE TimeIntervalConfidence of a share from 0 to 1: the highest class that is not above; null when there is none. */
    public static @Nullable Integer confidence(double share) {
        int index = -1;
        while (index + 1 < CLASSES.length && share * 100 >= CLASSES[index + 1]) {
            index++;
        }
        return index < 0 ? null : index;
    }
}
