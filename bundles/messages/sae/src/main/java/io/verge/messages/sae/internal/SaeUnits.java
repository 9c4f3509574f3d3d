package io.verge.messages.sae.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.messages.sae.j2735.PositionConfidence;
import io.verge.messages.sae.j2735.SpeedConfidence;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The units of SAE J2735, in one place. What is greater than a field can say becomes its greatest value, what is not known its
 * value for "unavailable".
 */
final class SaeUnits {
    static final int LATITUDE_UNAVAILABLE = 900_000_001;
    static final int LONGITUDE_UNAVAILABLE = 1_800_000_001;
    static final int ELEVATION_UNAVAILABLE = -4096;
    static final int SPEED_UNAVAILABLE = 8191;
    static final int HEADING_UNAVAILABLE = 28_800;
    /** Of width, length and height. */
    static final int SIZE_UNAVAILABLE = 0;

    static final int ACCURACY_UNAVAILABLE = 255;
    static final int ORIENTATION_UNAVAILABLE = 65_535;
    static final int SHARE_UNAVAILABLE = 101;

    /** DE TimeMark for an hour and everything beyond, in the edition of 2016. */
    static final int TIME_BEYOND = 36_000;
    /** DE TimeMark that is not known, from the edition of 2020 on, which has no value for beyond. */
    static final int TIME_UNKNOWN = 36_111;

    private static final int SPEED_ADVICE_UNAVAILABLE = 500;
    private static final int ZONE_LENGTH = 10_000;

    static final double SPEED_STEP = 0.02;
    static final double HEADING_STEP = 0.0125;
    /** DE SemiMajorAxisAccuracy, metres at one standard deviation. */
    static final double ACCURACY_STEP = 0.05;

    private static final int DEGREE = 10_000_000;
    static final int MINUTE_MILLIS = 60_000;
    private static final int TENTH_MILLIS = 100;
    /** DE MinuteOfTheYear that is not known; also one more than a leap year has. */
    private static final int MINUTES_OF_YEAR = 527_040;

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOUR_TENTHS = 36_000;

    /** Metres from the origin beyond which a site frame is not meant to be used. */
    private static final double SITE = 100_000;

    /** 95 % of a normal distribution, for the confidence sets. */
    private static final double SIGMAS = 2;

    /** Metres, from DE PositionConfidence 1 on. */
    private static final double[] POSITION_CLASSES = {
        500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01
    };
    /** m/s, from DE SpeedConfidence 1 on. */
    private static final double[] SPEED_CLASSES = {100, 10, 5, 1, 0.1, 0.05, 0.01};
    /** Per cent, from DE TimeIntervalConfidence 0 on. */
    private static final double[] TIME_CLASSES = {21, 36, 47, 56, 62, 68, 73, 77, 81, 85, 88, 91, 94, 96, 98, 100};

    private static final PositionConfidence[] POSITION_CONFIDENCES = PositionConfidence.values();
    private static final SpeedConfidence[] SPEED_CONFIDENCES = SpeedConfidence.values();

    private SaeUnits() {}

    /** DE Latitude, 1e-7 degrees. */
    static int latitude(double degrees) {
        return (int) Math.round(degrees * DEGREE);
    }

    /** DE Longitude, 1e-7 degrees; −180° is the same as 180°. */
    static int longitude(double degrees) {
        int value = (int) Math.round(degrees * DEGREE);
        return value == -1_800_000_000 ? 1_800_000_000 : value;
    }

    static double degrees(int value) {
        return (double) value / DEGREE;
    }

    /** DE Elevation, 0.1 m. */
    static int elevation(double metres) {
        return (int) clamp(Math.round(metres * 10), -4095, 61_439);
    }

    /** DE Speed and DE Velocity, 0.02 m/s. */
    static int speed(double metresPerSecond) {
        return Double.isNaN(metresPerSecond)
                ? SPEED_UNAVAILABLE
                : (int) clamp(Math.round(metresPerSecond / SPEED_STEP), 0, SPEED_UNAVAILABLE - 1);
    }

    /** DE SpeedAdvice, 0.1 m/s, not more than that. */
    static int speedAdvice(double metresPerSecond) {
        return (int) clamp((long) Math.floor(metresPerSecond * 10), 0, SPEED_ADVICE_UNAVAILABLE - 1);
    }

    /** DE ZoneLength, metres; null when it is not known. */
    static @Nullable Integer zoneLength(double metres) {
        return metres >= 0 ? (int) clamp(Math.round(metres), 0, ZONE_LENGTH) : null;
    }

    /** DE Heading, 0.0125 degrees clockwise from north. */
    static int heading(double degrees) {
        return Double.isFinite(degrees)
                ? (int) (Math.round(Headings.normalize(degrees) / HEADING_STEP) % HEADING_UNAVAILABLE)
                : HEADING_UNAVAILABLE;
    }

    /** A length in steps, such as centimetres for DE VehicleWidth; at least one step when it is known. */
    static int length(double metres, double step, int greatest) {
        return metres > 0 ? (int) clamp(Math.round(metres / step), 1, greatest) : SIZE_UNAVAILABLE;
    }

    /** DE ClassificationConfidence, per cent. */
    static int share(double share) {
        return share >= 0 && share <= 1 ? (int) Math.round(share * 100) : SHARE_UNAVAILABLE;
    }

    /** DE DSecond: milliseconds of the minute. */
    static int millisOfMinute(Instant time) {
        return (int) Math.floorMod(time.toEpochMilli(), (long) MINUTE_MILLIS);
    }

    /** DE MinuteOfTheYear, UTC. */
    static int minuteOfYear(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return ((utc.getDayOfYear() - 1) * 24 + utc.getHour()) * 60 + utc.getMinute();
    }

    /**
     * The instant nearest to another with this minute of the year and millisecond of the minute.
     *
     * @param minute null for the nearest minute
     * @param millis null for the minute's beginning
     * @return null when neither is there, or one is unavailable
     */
    static @Nullable Instant instant(@Nullable Integer minute, @Nullable Integer millis, Instant near) {
        if ((minute == null && millis == null)
                || (minute != null && minute >= MINUTES_OF_YEAR)
                || (millis != null && millis >= MINUTE_MILLIS)) {
            return null;
        }
        long into = millis == null ? 0 : millis;
        if (minute == null) {
            return nearest(near.truncatedTo(ChronoUnit.MINUTES).plusMillis(into), Duration.ofMinutes(1), near);
        }
        long minutes = (long) minute - minuteOfYear(near);
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

    /**
     * DE TimeMark: the tenth of a second of the UTC hour then, not later than that; now when it has passed.
     *
     * @param beyond what stands for an hour from now and later
     */
    static int markAtLeast(Instant now, Instant then, int beyond) {
        return mark(now, then, 0, beyond);
    }

    /** Like {@link #markAtLeast}, but not earlier; null when then is null. */
    static @Nullable Integer markAtMost(Instant now, @Nullable Instant then, int beyond) {
        return then == null ? null : mark(now, then, TENTH_MILLIS - 1, beyond);
    }

    /** Like {@link #markAtLeast}, the nearest; null when then is null. */
    static @Nullable Integer mark(Instant now, @Nullable Instant then, int beyond) {
        return then == null ? null : mark(now, then, TENTH_MILLIS / 2, beyond);
    }

    private static int mark(Instant now, Instant then, int roundUp, int beyond) {
        if (!then.isBefore(now.plus(HOUR))) {
            return beyond;
        }
        long millis = (then.isBefore(now) ? now : then).toEpochMilli() + roundUp;
        return (int) Math.floorMod(Math.floorDiv(millis, (long) TENTH_MILLIS), (long) HOUR_TENTHS);
    }

    /** DE TimeIntervalConfidence: the highest class that is not above; null when there is none. */
    static @Nullable Integer timeConfidence(double share) {
        int index = -1;
        while (index + 1 < TIME_CLASSES.length && share * 100 >= TIME_CLASSES[index + 1]) {
            index++;
        }
        return index < 0 ? null : index;
    }

    /** The finest class that 95 % of the error keeps within, of an error with this standard deviation in metres. */
    static PositionConfidence positionConfidence(double sigma) {
        return POSITION_CONFIDENCES[confidenceClass(sigma, POSITION_CLASSES)];
    }

    /** As for a position, in m/s. */
    static SpeedConfidence speedConfidence(double sigma) {
        return SPEED_CONFIDENCES[confidenceClass(sigma, SPEED_CLASSES)];
    }

    private static int confidenceClass(double sigma, double[] classes) {
        if (!(sigma >= 0)) {
            return 0;
        }
        int index = 0;
        while (index < classes.length && SIGMAS * sigma <= classes[index]) {
            index++;
        }
        return index;
    }

    /** Whether a position can be where a site is: no NaN, and not a country away. */
    static boolean onSite(Position position) {
        return Math.hypot(position.east(), position.north()) <= SITE;
    }

    private static long clamp(long value, long least, long greatest) {
        return Math.max(least, Math.min(greatest, value));
    }
}
