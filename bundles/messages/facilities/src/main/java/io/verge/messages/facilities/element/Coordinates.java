package io.verge.messages.facilities.element;

import io.verge.api.geo.Position;

/** DE Latitude and DE Longitude, 1e-7 degrees, alike in all sets. */
public final class Coordinates {
    /** DE Latitude that is not known. */
    public static final int LATITUDE_UNAVAILABLE = 900_000_001;

    /** DE Longitude that is not known. */
    public static final int LONGITUDE_UNAVAILABLE = 1_800_000_001;

    /** Steps of the fields in a degree. */
    public static final int DEGREE = 10_000_000;

    /** Metres from the origin beyond which a site frame is not meant to be used. */
    public static final double SITE = 100_000;

    private Coordinates() {}

    /** DE Latitude. */
    public static int latitude(double degrees) {
        return (int) Math.round(degrees * DEGREE);
    }

    /** DE Longitude; −180° is the same as 180°. */
    public static int longitude(double degrees) {
        int value = (int) Math.round(degrees * DEGREE);
        return value == -1_800_000_000 ? 1_800_000_000 : value;
    }

    /** Degrees of a latitude or longitude that is known. */
    public static double degrees(int value) {
        return (double) value / DEGREE;
    }

    /** Whether a position can be where a site is: no NaN, and not a country away. */
    public static boolean onSite(Position position) {
        return Math.hypot(position.east(), position.north()) <= SITE;
    }
}
