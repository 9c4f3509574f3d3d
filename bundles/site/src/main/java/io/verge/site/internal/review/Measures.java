package io.verge.site.internal.review;

import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Findings;

/** Widths and speed limits that no road has, most often by a wrong unit. */
final class Measures {
    /** m/s: 5 and 130 km/h. */
    private static final double SLOW = 1.3;

    private static final double FAST = 36.2;

    /** What is usual, metres. */
    private record Widths(double least, double most) {}

    private static final Widths CROSSWALK = new Widths(1, 20);

    private Measures() {}

    static void check(SiteMap map, Findings findings) {
        for (Lane lane : map.lanes()) {
            String odd = odd(lane.width(), widths(lane.use()));
            if (!odd.isEmpty()) {
                findings.lane(lane.id(), odd);
            }
            double speed = lane.speedLimit();
            if (speed < SLOW || speed > FAST) {
                findings.lane(
                        lane.id(),
                        "\"speedLimit\" is " + speed + " m/s, which is " + Math.round(speed * 3.6) + " km/h"
                                + (speed > FAST ? "; was it written in km/h?" : ""));
            }
        }
        for (Crosswalk crosswalk : map.crosswalks()) {
            String odd = odd(crosswalk.width(), CROSSWALK);
            if (!odd.isEmpty()) {
                findings.crosswalk(crosswalk.id(), odd);
            }
        }
    }

    private static Widths widths(LaneUse use) {
        return switch (use) {
            case VEHICLE, BUS -> new Widths(2, 7);
            case BICYCLE -> new Widths(0.8, 6);
            case SIDEWALK -> new Widths(0.8, 20);
        };
    }

    private static String odd(double width, Widths usual) {
        return width >= usual.least && width <= usual.most
                ? ""
                : "\"width\" is " + width + " m; usual are " + usual.least + " to " + usual.most + " m";
    }
}
