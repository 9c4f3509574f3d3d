package io.verge.agent.map;

import io.verge.api.geo.Wgs84;
import io.verge.site.MapImportException;
import org.jspecify.annotations.Nullable;

/** Units of MAP messages, alike in J2735 and T/CSAE 53. */
final class Units {
    /** Metres: of a lane whose width is told nowhere. */
    static final double USUAL_WIDTH = 3.5;

    private static final double DEGREE = 1e7;
    private static final double CENTIMETRE = 0.01;
    private static final double SPEED = 0.02;
    static final int SPEED_UNKNOWN = 8191;
    private static final double GREATEST_SPEED = 70;
    private static final double DECIMETRE = 0.1;
    private static final int ELEVATION_UNKNOWN = -4096;

    private Units() {}

    /**
     * A place on the earth.
     *
     * @param elevation in decimetres; null when not told
     * @throws MapImportException when it is none
     */
    static Wgs84 place(int latitude, int longitude, @Nullable Integer elevation) throws MapImportException {
        double height = elevation == null || elevation == ELEVATION_UNKNOWN ? 0 : elevation * DECIMETRE;
        try {
            return new Wgs84(latitude / DEGREE, longitude / DEGREE, height);
        } catch (IllegalArgumentException e) {
            throw new MapImportException("a point has no place on the earth: " + e.getMessage());
        }
    }

    /** Metres from centimetres. */
    static double length(int centimetres) {
        return centimetres * CENTIMETRE;
    }

    /** m/s; NaN when unknown, or none that a map may hold. */
    static double speed(int value) {
        double speed = value * SPEED;
        return value == SPEED_UNKNOWN || speed <= 0 || speed > GREATEST_SPEED ? Double.NaN : speed;
    }

    /** Null for what rules nothing: 0 is unknown, and 255 always green. */
    static @Nullable Integer signalGroup(@Nullable Integer group) {
        return group == null || group == 0 || group == 255 ? null : group;
    }
}
