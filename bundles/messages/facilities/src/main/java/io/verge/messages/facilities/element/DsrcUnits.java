package io.verge.messages.facilities.element;

import io.verge.api.geo.Headings;
import org.jspecify.annotations.Nullable;

/**
 * The units of the data elements of SAE J2735, which ISO/TS 19091 and T/CSAE 53 took over. What is greater than a field can say
 * becomes its greatest value, what is not known its value for "unavailable".
 */
public final class DsrcUnits {
    /** DE Elevation that is not known. */
    public static final int ELEVATION_UNAVAILABLE = -4096;

    /** DE Speed and DE Velocity that are not known. */
    public static final int SPEED_UNAVAILABLE = 8191;

    /** DE Heading that is not known. */
    public static final int HEADING_UNAVAILABLE = 28_800;

    /** Width, length and height that are not known. */
    public static final int SIZE_UNAVAILABLE = 0;

    /** Metres per second. */
    public static final double SPEED_STEP = 0.02;

    /** Degrees. */
    public static final double HEADING_STEP = 0.0125;

    private static final int SPEED_ADVICE_UNAVAILABLE = 500;
    private static final int GREATEST_ZONE = 10_000;

    private DsrcUnits() {}

    /** DE Elevation, 0.1 m. */
    public static int elevation(double metres) {
        return (int) clamp(Math.round(metres * 10), -4095, 61_439);
    }

    /** DE Speed and DE Velocity, 0.02 m/s; NaN when not known. */
    public static int speed(double metresPerSecond) {
        return Double.isNaN(metresPerSecond)
                ? SPEED_UNAVAILABLE
                : (int) clamp(Math.round(metresPerSecond / SPEED_STEP), 0, SPEED_UNAVAILABLE - 1);
    }

    /** DE SpeedAdvice, 0.1 m/s, not more than that. */
    public static int speedAdvice(double metresPerSecond) {
        return (int) clamp((long) Math.floor(metresPerSecond * 10), 0, SPEED_ADVICE_UNAVAILABLE - 1);
    }

    /** DE ZoneLength, metres; null when it is not known. */
    public static @Nullable Integer zoneLength(double metres) {
        return metres >= 0 ? (int) clamp(Math.round(metres), 0, GREATEST_ZONE) : null;
    }

    /** DE Heading, 0.0125 degrees clockwise from north; NaN when not known. */
    public static int heading(double degrees) {
        return Double.isFinite(degrees)
                ? (int) (Math.round(Headings.normalize(degrees) / HEADING_STEP) % HEADING_UNAVAILABLE)
                : HEADING_UNAVAILABLE;
    }

    /** A length in steps, such as centimetres for DE VehicleWidth; at least one step when it is known. */
    public static int length(double metres, double step, int greatest) {
        return metres > 0 ? (int) clamp(Math.round(metres / step), 1, greatest) : SIZE_UNAVAILABLE;
    }

    private static long clamp(long value, long least, long greatest) {
        return Math.max(least, Math.min(greatest, value));
    }
}
