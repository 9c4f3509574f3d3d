package io.verge.site.internal;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;

/**
 * The coordinates of Chinese consumer maps (GCJ-02), which lie some hundred metres beside WGS84. The shift is known by a formula
 * that has been public since 2010; it is good to a few metres.
 */
final class Gcj02 {
    /** Krasovsky 1940, which the formula is built on. */
    private static final double A = 6_378_245.0;

    private static final double E2 = 0.006693421622965943;

    /** Metres from the box: a map beyond is elsewhere, one within is here. */
    private static final double AWAY = 100;

    private static final double HERE = 60;

    private Gcj02() {}

    /**
     * Whether a crossing that lies beside the box would lie at the box if its coordinates were GCJ-02.
     *
     * @param crossing its middle, in the frame of the box
     */
    static boolean suspected(Position crossing, SiteFrame box) {
        Wgs84 origin = box.origin();
        if (!shifted(origin) || Math.hypot(crossing.east(), crossing.north()) <= AWAY) {
            return false;
        }
        return crossing.distanceTo(box.toSite(of(origin))) <= HERE;
    }

    /** Within the rectangle about China where such maps are shifted. */
    static boolean shifted(Wgs84 place) {
        return place.latitude() > 0.8293
                && place.latitude() < 55.8271
                && place.longitude() > 72.004
                && place.longitude() < 137.8347;
    }

    /** Where such a map shows a place. */
    static Wgs84 of(Wgs84 place) {
        double x = place.longitude() - 105;
        double y = place.latitude() - 35;
        double phi = Math.toRadians(place.latitude());
        double w = 1 - E2 * Math.sin(phi) * Math.sin(phi);
        double north = north(x, y) / (A * (1 - E2) / (w * Math.sqrt(w)));
        double east = east(x, y) / (A / Math.sqrt(w) * Math.cos(phi));
        return new Wgs84(
                place.latitude() + Math.toDegrees(north), place.longitude() + Math.toDegrees(east), place.elevation());
    }

    /** Metres. */
    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(x, 20, 6, 20, 2)
                + waves(y, 20, 1, 40, 1 / 3.0)
                + waves(y, 160, 1 / 12.0, 320, 1 / 30.0);
    }

    /** Metres. */
    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(x, 20, 6, 20, 2)
                + waves(x, 20, 1, 40, 1 / 3.0)
                + waves(x, 150, 1 / 12.0, 300, 1 / 30.0);
    }

    private static double waves(double at, double height, double pace, double otherHeight, double otherPace) {
        return (height * Math.sin(pace * Math.PI * at) + otherHeight * Math.sin(otherPace * Math.PI * at)) * 2 / 3;
    }
}
