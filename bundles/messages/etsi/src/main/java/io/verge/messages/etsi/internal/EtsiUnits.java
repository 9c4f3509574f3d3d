package io.verge.messages.etsi.internal;

import io.verge.api.geo.Headings;
import io.verge.messages.facilities.element.TimeMark;
import java.time.Duration;
import java.time.Instant;

/**
 * The units of the common data dictionary (TS 102 894-2) for CAM, DENM and CPM; those of the infrastructure messages are {@link
 * DsrcUnits}. What is greater than a field can say becomes its value for "out of range" or its greatest, what is not known its
 * value for "unavailable".
 */
final class EtsiUnits {
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

    /** DE TimeMark, with what stands for an hour and everything beyond. */
    static final TimeMark TIME_MARK = new TimeMark(36_000);

    static final double SPEED_STEP = 0.01;
    static final double HEADING_STEP = 0.1;
    static final double BODY_STEP = 0.1;

    private static final int COORDINATE_CONFIDENCE_OUT_OF_RANGE = 4095;
    private static final int COORDINATE_CONFIDENCE_UNAVAILABLE = 4096;
    private static final int VELOCITY_COMPONENT_LEAST = -16_383;
    private static final int SPEED_CONFIDENCE_OUT_OF_RANGE = 126;
    private static final int SPEED_CONFIDENCE_UNAVAILABLE = 127;
    private static final int DIMENSION_OUT_OF_RANGE = 255;

    /** 2004-01-01T00:00:00Z in milliseconds since 1970, from where ITS time counts. */
    private static final long ITS_EPOCH = 1_072_915_200_000L;

    /** 95 % of a normal distribution. */
    private static final double SIGMAS = 2;

    /** Of a step: what was said in whole steps stays the same. */
    private static final double ROUNDING = 1e-6;

    private EtsiUnits() {}

    /** DE AltitudeValue, 0.01 m. */
    static int altitude(double metres) {
        return (int) clamp(Math.round(metres * 100), -100_000, 800_000);
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

    /** DE SemiAxisLength, 0.01 m at 95 %, of an error with this standard deviation in metres; NaN when not known. */
    static int semiAxis(double sigma) {
        return sigma >= 0
                ? (int) clamp((long) Math.ceil(SIGMAS * sigma * 100 - ROUNDING), 1, SEMI_AXIS_OUT_OF_RANGE)
                : SEMI_AXIS_UNAVAILABLE;
    }

    /** The standard deviation in metres that a semi-axis of 95 % in centimetres stands for; NaN when it says nothing. */
    static double sigma(int semiAxis) {
        return semiAxis >= SEMI_AXIS_OUT_OF_RANGE ? Double.NaN : semiAxis / 100.0 / SIGMAS;
    }

    private static long clamp(long value, long least, long greatest) {
        return Math.max(least, Math.min(greatest, value));
    }
}
