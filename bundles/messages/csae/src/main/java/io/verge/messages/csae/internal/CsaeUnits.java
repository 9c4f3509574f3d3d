package io.verge.messages.csae.internal;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.messages.csae.edition2020.DDateTime;
import io.verge.messages.csae.edition2020.PositionConfidence;
import io.verge.messages.csae.edition2020.SpeedConfidence;
import io.verge.messages.facilities.element.ConfidenceClass;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.MinuteOfYear;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of T/CSAE 53 that are its own; the others are those of J2735 ({@link DsrcUnits}). What is greater than a field can say becomes its greatest value, what is not known
 * its value for "unavailable".
 */
final class CsaeUnits {
    static final int TIME_UNKNOWN = 36_001;
    /** An hour, and everything beyond. */
    static final int TIME_BEYOND = 36_000;

    private static final int GREATEST_RADIUS = 65_535;
    private static final long FULL_CIRCLE = 360L * Coordinates.DEGREE;
    private static final int TENTH_MILLIS = 100;

    /** By the numbers of their classes. */
    private static final List<PositionConfidence> POSITION_CONFIDENCES = List.of(PositionConfidence.values());

    private static final List<SpeedConfidence> SPEED_CONFIDENCES = List.of(SpeedConfidence.values());

    private CsaeUnits() {}

    /** The way east from one DE Longitude to another, the short way round. */
    static long east(int from, int to) {
        long way = (long) to - from;
        return Math.abs(way) <= FULL_CIRCLE / 2 ? way : way - Long.signum(way) * FULL_CIRCLE;
    }

    /** DE Speed, 0.02 m/s, not more than that. */
    static int speedAtMost(double metresPerSecond) {
        return (int)
                clamp((long) Math.floor(metresPerSecond / DsrcUnits.SPEED_STEP), 0, DsrcUnits.SPEED_UNAVAILABLE - 1);
    }

    /** DE Radius, 0.1 m, not less than that. */
    static int radius(double metres) {
        return (int) clamp((long) Math.ceil(metres * 10), 0, GREATEST_RADIUS);
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
                MinuteOfYear.millisOfMinute(time),
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
        return POSITION_CONFIDENCES.get(ConfidenceClass.POSITION.of(sigma));
    }

    /** Metres that 95 % of the error keep within; NaN when unavailable. */
    static double metres(PositionConfidence confidence) {
        return ConfidenceClass.POSITION.bound(POSITION_CONFIDENCES.indexOf(confidence));
    }

    /** As for a position, in m/s. */
    static SpeedConfidence speedConfidence(double sigma) {
        return SPEED_CONFIDENCES.get(ConfidenceClass.SPEED.of(sigma));
    }

    /** Where on the earth a position of the site is; only for one that is {@link Coordinates#onSite}. */
    static Wgs84 onEarth(SiteFrame frame, Position position) {
        double up = Math.abs(position.up()) <= Coordinates.SITE ? position.up() : 0;
        return frame.toWgs84(new Position(position.east(), position.north(), up));
    }

    private static long clamp(long value, long least, long greatest) {
        return Math.max(least, Math.min(greatest, value));
    }
}
