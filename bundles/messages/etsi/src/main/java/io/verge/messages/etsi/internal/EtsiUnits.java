package io.verge.messages.etsi.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The units of ETSI ITS, in one place: those of the common data dictionary (TS 102 894-2) for CAM, DENM and CPM, those of ISO/TS
 * 19091 for the infrastructure messages. What is greater than a field can say becomes its value for "out of range" or its
 * greatest, what is not known its value for "unavailable".
 */
final class EtsiUnits {
    static final int LATITUDE_UNAVAILABLE = 900_000_001;
    static final int LONGITUDE_UNAVAILABLE = 1_800_000_001;
    static final int ALTITUDE_UNAVAILABLE = 800_001;
    static final int SEMI_AXIS_OUT_OF_RANGE = 4094;
    static final int SEMI_AXIS_UNAVAILABLE = 4095;
    static final int ORIENTATION_UNAVAILABLE = 3601;

    /** Of SpeedValue, the sum of a velocity. */
    static final int SPEED_OUT_OF_RANGE = 16_382;

    static final int SPEED_UNAVAILABLE = 16_383;
    /** Of HeadingValue, 0.1 degrees clockwise from north; the value before is not used. */
    static final int HEADING_UNAVAILABLE = 3601;

    static final int ANGLE_CONFIDENCE_UNAVAILABLE = 127;
    static final int VEHICLE_LENGTH_OUT_OF_RANGE = 1022;
    static final int VEHICLE_WIDTH_OUT_OF_RANGE = 61;
    static final int DIMENSION_CONFIDENCE_UNAVAILABLE = 32;
    static final int CLASS_CONFIDENCE_UNAVAILABLE = 101;

    /** Of DE Velocity, 0.02 m/s, in MAPEM. */
    static final int VELOCITY_UNAVAILABLE = 8191;

    static final double VELOCITY_STEP = 0.02;

    /** Of DE Elevation, 0.1 m, of the infrastructure messages. */
    static final int ELEVATION_UNAVAILABLE = -4096;

    private static final int SPEED_ADVICE_UNAVAILABLE = 500;
    private static final int ZONE_LENGTH = 10_000;

    /** DE TimeMark for an hour and everything beyond. */
    static final int TIME_BEYOND = 36_000;

    static final double SPEED_STEP = 0.01;
    static final double HEADING_STEP = 0.1;
    static final double BODY_STEP = 0.1;

    private static final int COORDINATE_CONFIDENCE_OUT_OF_RANGE = 4095;
    private static final int COORDINATE_CONFIDENCE_UNAVAILABLE = 4096;
    private static final int VELOCITY_COMPONENT_LEAST = -16_383;
    private static final int SPEED_CONFIDENCE_OUT_OF_RANGE = 126;
    private static final int SPEED_CONFIDENCE_UNAVAILABLE = 127;
    private static final int DIMENSION_OUT_OF_RANGE = 255;

    private static final int DEGREE = 10_000_000;
    static final int MINUTE_MILLIS = 60_000;
    private static final int TENTH_MILLIS = 100;
    /** DE MinuteOfTheYear that is not known; also one more than a leap year has. */
    private static final int MINUTES_OF_YEAR = 527_040;

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOUR_TENTHS = 36_000;

    /** 2004-01-01T00:00:00Z in milliseconds since 1970, from where ITS time counts. */
    private static final long ITS_EPOCH = 1_072_915_200_000L;

    /** Metres from the origin beyond which a site frame is not meant to be used. */
    private static final double SITE = 100_000;

    /** 95 % of a normal distribution. */
    private static final double SIGMAS = 2;

    /** Per cent, from DE TimeIntervalConfidence 0 on. */
    private static final double[] TIME_CLASSES = {21, 36, 47, 56, 62, 68, 73, 77, 81, 85, 88, 91, 94, 96, 98, 100};

    private EtsiUnits() {}

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

    /** DE Elevation of MAPEM, 0.1 m. */
    static int elevation(double metres) {
        return (int) clamp(Math.round(metres * 10), -4095, 61_439);
    }

    /** DE AltitudeValue, 0.01 m. */
    static int altitude(double metres) {
        return (int) clamp(Math.round(metres * 100), -100_000, 800_000);
    }

    /** DE Velocity of MAPEM, 0.02 m/s. */
    static int speed(double metresPerSecond) {
        return Double.isNaN(metresPerSecond)
                ? VELOCITY_UNAVAILABLE
                : (int) clamp(Math.round(metresPerSecond * 50), 0, VELOCITY_UNAVAILABLE - 1);
    }

    /** A length of MAPEM in steps; at least one step when it is known, else 0. */
    static int length(double metres, double step, int greatest) {
        return metres > 0 ? (int) clamp(Math.round(metres / step), 1, greatest) : 0;
    }

    /** DE CartesianCoordinateLarge, 0.01 m; may be beyond what the field can say. */
    static long coordinate(double metres) {
        return Math.round(metres * 100);
    }

    /** DE CoordinateConfidence, 0.01 m, of an error with this variance in square metres. */
    static int coordinateConfidence(double variance) {
        if (!(variance >= 0)) {
            return COORDINATE_CONFIDENCE_UNAVAILABLE;
        }
        return (int) clamp((long) Math.ceil(SIGMAS * Math.sqrt(variance) * 100), 1, COORDINATE_CONFIDENCE_OUT_OF_RANGE);
    }

    /** DE VelocityComponentValue, 0.01 m/s. */
    static int velocity(double metresPerSecond) {
        return Double.isNaN(metresPerSecond)
                ? SPEED_UNAVAILABLE
                : (int) clamp(Math.round(metresPerSecond * 100), VELOCITY_COMPONENT_LEAST, SPEED_OUT_OF_RANGE);
    }

    /** DE SpeedConfidence, 0.01 m/s, of an error with this variance in (m/s)². */
    static int speedConfidence(double variance) {
        if (!(variance >= 0)) {
            return SPEED_CONFIDENCE_UNAVAILABLE;
        }
        return (int) clamp((long) Math.ceil(SIGMAS * Math.sqrt(variance) * 100), 1, SPEED_CONFIDENCE_OUT_OF_RANGE);
    }

    /** DE SpeedAdvice, 0.1 m/s, not more than that. */
    static int speedAdvice(double metresPerSecond) {
        return (int) clamp((long) Math.floor(metresPerSecond * 10), 0, SPEED_ADVICE_UNAVAILABLE - 1);
    }

    /** DE ZoneLength, metres; null when it is not known. */
    static @Nullable Integer zoneLength(double metres) {
        return metres >= 0 ? (int) clamp(Math.round(metres), 0, ZONE_LENGTH) : null;
    }

    /** DE HeadingValue, 0.1 degrees clockwise from north, of a finite direction. */
    static int heading(double degrees) {
        return (int) (Math.round(Headings.normalize(degrees) * 10) % 3600);
    }

    /** DE InformationQuality: 1 to 7 in equal steps, a proposal; 0 when nothing is known. */
    static int informationQuality(double share) {
        return share >= 0 && share <= 1 ? 1 + (int) Math.round(share * 6) : 0;
    }

    /** Whole seconds that cover a time. */
    static int secondsUp(Duration time) {
        return Math.toIntExact(time.plusNanos(999_999_999).toSeconds());
    }

    /** DE CartesianAngleValue, 0.1 degrees counter-clockwise from east, of a finite direction clockwise from north. */
    static int angle(double heading) {
        return (int) (Math.round(Headings.normalize(90 - heading) * 10) % 3600);
    }

    /** DE ObjectDimensionValue, 0.1 m, of a length greater than zero. */
    static int dimension(double metres) {
        return (int) clamp(Math.round(metres * 10), 1, DIMENSION_OUT_OF_RANGE);
    }

    /** DE ConfidenceLevel, per cent; the least that can be said is one. */
    static int classConfidence(double share) {
        return share >= 0 && share <= 1 ? (int) clamp(Math.round(share * 100), 1, 100) : CLASS_CONFIDENCE_UNAVAILABLE;
    }

    /** DE TimestampIts: milliseconds of atomic time since 2004, which has had so many leap seconds since then. */
    static long timestamp(Instant time, int leapSeconds) {
        return time.toEpochMilli() - ITS_EPOCH + 1000L * leapSeconds;
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

    /** DE TimeMark: the tenth of a second of the UTC hour then, not later than that; now when it has passed. */
    static int markAtLeast(Instant now, Instant then) {
        return mark(now, then, 0);
    }

    /** Like {@link #markAtLeast}, but not earlier; null when then is null. */
    static @Nullable Integer markAtMost(Instant now, @Nullable Instant then) {
        return then == null ? null : mark(now, then, TENTH_MILLIS - 1);
    }

    /** Like {@link #markAtLeast}, the nearest; null when then is null. */
    static @Nullable Integer mark(Instant now, @Nullable Instant then) {
        return then == null ? null : mark(now, then, TENTH_MILLIS / 2);
    }

    private static int mark(Instant now, Instant then, int roundUp) {
        if (!then.isBefore(now.plus(HOUR))) {
            return TIME_BEYOND;
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

    /** The standard deviation in metres that a semi-axis of 95 % in centimetres stands for; NaN when it says nothing. */
    static double sigma(int semiAxis) {
        return semiAxis >= SEMI_AXIS_OUT_OF_RANGE ? Double.NaN : semiAxis / 100.0 / SIGMAS;
    }

    /** Whether a position can be where a site is: no NaN, and not a country away. */
    static boolean onSite(Position position) {
        return Math.hypot(position.east(), position.north()) <= SITE;
    }

    private static long clamp(long value, long least, long greatest) {
        return Math.max(least, Math.min(greatest, value));
    }
}
