package io.verge.messages.csae.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.messages.csae.edition2020.DDateTime;
import io.verge.messages.csae.edition2020.PositionConfidence;
import io.verge.messages.csae.edition2020.SpeedConfidence;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The units of T/CSAE 53, in one place. What is greater than a field can say becomes its greatest value, what is not known
 * its value for "unavailable".
 */
final class CsaeUnits {
    static final int LATITUDE_UNAVAILABLE = 900_000_001;
    static final int LONGITUDE_UNAVAILABLE = 1_800_000_001;
    static final int ELEVATION_UNAVAILABLE = -4096;
    static final int SPEED_UNAVAILABLE = 8191;
    static final int HEADING_UNAVAILABLE = 28_800;
    /** Of width, length and height. */
    static final int SIZE_UNAVAILABLE = 0;

    static final int TIME_UNKNOWN = 36_001;
    /** An hour, and everything beyond. */
    static final int TIME_BEYOND = 36_000;

    /** DE Speed and DE Heading. */
    static final double SPEED_STEP = 0.02;

    static final double HEADING_STEP = 0.0125;

    private static final int GREATEST_RADIUS = 65_535;
    private static final int DEGREE = 10_000_000;
    private static final long FULL_CIRCLE = 360L * DEGREE;
    private static final int MINUTE_MILLIS = 60_000;
    private static final int TENTH_MILLIS = 100;

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

    private static final PositionConfidence[] POSITION_CONFIDENCES = PositionConfidence.values();
    private static final SpeedConfidence[] SPEED_CONFIDENCES = SpeedConfidence.values();

    private CsaeUnits() {}

    /** DE Latitude, 1e-7 degrees. */
    static int latitude(double degrees) {
        return (int) Math.round(degrees * DEGREE);
    }

    /** DE Longitude, 1e-7 degrees; −180° is the same as 180°. */
    static int longitude(double degrees) {
        int value = (int) Math.round(degrees * DEGREE);
        return value == -1_800_000_000 ? 1_800_000_000 : value;
    }

    /** The way east from one DE Longitude to another, the short way round. */
    static long east(int from, int to) {
        long way = (long) to - from;
        return Math.abs(way) <= FULL_CIRCLE / 2 ? way : way - Long.signum(way) * FULL_CIRCLE;
    }

    static double degrees(int value) {
        return (double) value / DEGREE;
    }

    /** DE Elevation, 0.1 m. */
    static int elevation(double metres) {
        return (int) clamp(Math.round(metres * 10), -4095, 61_439);
    }

    /** DE Speed, 0.02 m/s. */
    static int speed(double metresPerSecond) {
        return Double.isNaN(metresPerSecond)
                ? SPEED_UNAVAILABLE
                : (int) clamp(Math.round(metresPerSecond / SPEED_STEP), 0, SPEED_UNAVAILABLE - 1);
    }

    /** Like {@link #speed}, but not more than that. */
    static int speedAtMost(double metresPerSecond) {
        return (int) clamp((long) Math.floor(metresPerSecond / SPEED_STEP), 0, SPEED_UNAVAILABLE - 1);
    }

    /** DE Radius, 0.1 m, not less than that. */
    static int radius(double metres) {
        return (int) clamp((long) Math.ceil(metres * 10), 0, GREATEST_RADIUS);
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

    /** DE DSecond: milliseconds of the minute. */
    static int millisOfMinute(Instant time) {
        return (int) Math.floorMod(time.toEpochMilli(), (long) MINUTE_MILLIS);
    }

    /** DE MinuteOfTheYear, UTC. */
    static int minuteOfYear(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return ((utc.getDayOfYear() - 1) * 24 + utc.getHour()) * 60 + utc.getMinute();
    }

    /** DF DDateTime, UTC. */
    static DDateTime dateTime(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return new DDateTime(
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                utc.getHour(),
                utc.getMinute(),
                millisOfMinute(time),
                0);
    }

    /** DE TimeMark, counting down: the tenths of a second until then, not more than that; 0 when it is over. */
    static int countdownAtLeast(Instant now, Instant then) {
        return countdown(Math.floorDiv(millis(now, then), (long) TENTH_MILLIS));
    }

    /** Like {@link #countdownAtLeast}, but not less; null when then is null. */
    static @Nullable Integer countdownAtMost(Instant now, @Nullable Instant then) {
        return then == null ? null : countdown(-Math.floorDiv(-millis(now, then), (long) TENTH_MILLIS));
    }

    /** Like {@link #countdownAtLeast}, to the nearest. */
    static int countdown(Instant now, Instant then) {
        return countdown(Math.floorDiv(millis(now, then) + TENTH_MILLIS / 2, (long) TENTH_MILLIS));
    }

    private static int countdown(long tenths) {
        return (int) clamp(tenths, 0, TIME_BEYOND);
    }

    /** Milliseconds; two hours at most either way, which is beyond what any field can say. */
    private static long millis(Instant now, Instant then) {
        return then.isAfter(now.plus(Duration.ofHours(2)))
                ? Duration.ofHours(2).toMillis()
                : then.isBefore(now) ? 0 : Duration.between(now, then).toMillis();
    }

    /** DE Confidence, half per cent; null when there is none. */
    static @Nullable Integer confidence(double share) {
        return share > 0 ? (int) clamp(Math.round(share * 200), 0, 200) : null;
    }

    /** The finest class that 95 % of the error keeps within, of an error with this standard deviation in metres. */
    static PositionConfidence positionConfidence(double sigma) {
        return POSITION_CONFIDENCES[confidenceClass(sigma, POSITION_CLASSES)];
    }

    /** Metres that 95 % of the error keep within; NaN when unavailable. */
    static double metres(PositionConfidence confidence) {
        for (int i = 0; i < POSITION_CLASSES.length; i++) {
            if (POSITION_CONFIDENCES[i + 1] == confidence) {
                return POSITION_CLASSES[i];
            }
        }
        return Double.NaN;
    }

    /** As for a position, in m/s. */
    static SpeedConfidence speedConfidence(double sigma) {
        return SPEED_CONFIDENCES[confidenceClass(sigma, SPEED_CLASSES)];
    }

    /** The standard deviation that a 95 % bound stands for. */
    static double sigma(double bound) {
        return bound / SIGMAS;
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

    /** Where on the earth a position of the site is; only for one that is {@link #onSite}. */
    static Wgs84 onEarth(SiteFrame frame, Position position) {
        double up = Math.abs(position.up()) <= SITE ? position.up() : 0;
        return frame.toWgs84(new Position(position.east(), position.north(), up));
    }

    private static long clamp(long value, long least, long greatest) {
        return Math.max(least, Math.min(greatest, value));
    }
}
