package io.verge.app.incidentwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Place;
import io.verge.traffic.Polyline;

/** Questions about one road user and one lane. */
final class Lanes {
    /** To this angle somebody drives along a lane, degrees. */
    private static final double ALONG = 60;

    private Lanes() {}

    /** Between its edges, and neither before its beginning nor beyond its end. */
    static boolean inside(LaneLine lane, Place place) {
        return place.distance() <= lane.lane().width() / 2
                && place.along() > 0
                && place.along() < lane.line().length();
    }

    /** Whether somebody may be driving along it; who stands may be, and who is no vehicle goes as he likes. */
    static boolean agrees(LaneLine lane, Place place, Watched watched) {
        return !watched.vehicle() || watched.speed() < 1 || !(angle(lane, place, watched.heading()) > ALONG);
    }

    /** Between the direction of the lane and a heading: 0 to 180 degrees, NaN when there is no heading. */
    static double angle(LaneLine lane, Place place, double heading) {
        return angle(lane.line(), place, heading);
    }

    /** The same of any line. */
    static double angle(Polyline line, Place place, double heading) {
        return Double.isNaN(heading) ? Double.NaN : Math.abs(Headings.turn(line.headingAt(place.along()), heading));
    }
}
