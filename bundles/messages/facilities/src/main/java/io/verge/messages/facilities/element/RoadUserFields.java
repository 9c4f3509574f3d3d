package io.verge.messages.facilities.element;

import io.verge.api.road.RoadUserType;
import java.time.Instant;

/** What vehicles say of themselves in the fields of BSM, SRM and VIR. */
public final class RoadUserFields {
    /** DE SemiMajorAxisAccuracy that is not known. */
    public static final int ACCURACY_UNAVAILABLE = 255;

    /** DE SemiMajorAxisAccuracy, metres at one standard deviation. */
    private static final double ACCURACY_STEP = 0.05;

    /** Of a step: what was said in whole steps stays the same. */
    private static final double ROUNDING = 1e-6;

    /** What a vehicle's messages are numbered by: ten a second, round after {@value}. */
    private static final int COUNTS = 128;

    private static final int COUNT_MILLIS = 100;

    private RoadUserFields() {}

    /** Whether it speaks as a vehicle does; those on foot or on bicycles have other messages. */
    public static boolean speaksAsVehicle(RoadUserType type) {
        return type.motorised() || type == RoadUserType.UNKNOWN;
    }

    /** DE SemiMajorAxisAccuracy, not less than that; NaN when not known. */
    public static int accuracy(double sigma) {
        return sigma >= 0
                ? (int) Math.min(ACCURACY_UNAVAILABLE - 1, Math.ceil(sigma / ACCURACY_STEP - ROUNDING))
                : ACCURACY_UNAVAILABLE;
    }

    /** DE Elevation, 0.1 m; NaN when not known. */
    public static int elevation(double metres) {
        return Double.isNaN(metres) ? DsrcUnits.ELEVATION_UNAVAILABLE : DsrcUnits.elevation(metres);
    }

    /** DE MsgCount by the time, so that messages at 10 Hz are numbered one after the other without a memory. */
    public static int count(Instant time) {
        return (int) Math.floorMod(Math.floorDiv(time.toEpochMilli(), (long) COUNT_MILLIS), (long) COUNTS);
    }
}
