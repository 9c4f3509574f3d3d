package io.verge.itests.scenarios;

import io.verge.api.geo.Headings;
import io.verge.api.scene.LaneMatch;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Place;
import io.verge.traffic.RoadNet;
import org.jspecify.annotations.Nullable;

/** Puts positions on lanes as plainly as possible: the nearest whose width holds it. */
final class Lanes {
    /** A match needs no more than this to be certain, metres beyond half the width. */
    private static final double BESIDE = 0.3;

    private static final double END = 0.5;

    private final RoadNet net;

    Lanes(RoadNet net) {
        this.net = net;
    }

    /**
     * The lane; null when there is none.
     *
     * @param heading degrees; among lanes side by side that of the same or the opposite direction is taken; NaN: any
     */
    @Nullable
    LaneMatch at(double east, double north, double heading) {
        LaneMatch best = null;
        double nearest = Double.POSITIVE_INFINITY;
        for (LaneLine lane : net.lanesNear(east, north, 4)) {
            Place place = lane.line().project(east, north);
            boolean within = place.along() > END && place.along() < lane.line().length() - END;
            boolean beside = Math.abs(place.across()) < lane.lane().width() / 2 + BESIDE;
            if (within && beside && place.distance() < nearest && alongside(lane, place, heading)) {
                nearest = place.distance();
                best = new LaneMatch(lane.id(), place.along(), place.across(), 0.95);
            }
        }
        return best;
    }

    /** Neither crossing the lane nor much askew on it. */
    private static boolean alongside(LaneLine lane, Place place, double heading) {
        if (Double.isNaN(heading)) {
            return true;
        }
        double turn = Math.abs(Headings.turn(lane.line().headingAt(place.along()), heading));
        return turn < 45 || turn > 135;
    }
}
