package io.verge.app.pedestrianwarning.internal;

import io.verge.api.site.LaneUse;
import io.verge.traffic.CrosswalkArea;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Place;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;

/** Whether a place is road or pavement. Immutable. */
final class Ground {
    /** So near beside a crosswalk one crosses on it, metres. */
    static final double BESIDE = 2;
    /** A sensor sees who waits at the kerb up to so far on the crosswalk, metres. */
    private static final double KERB = 0.5;
    /** So far beyond its ends is pavement, whatever ways a map draws over a corner, metres. */
    private static final double WAITING_AREA = 3;
    /** From the middle of a way over the crossing to where no wheels pass, metres: maps do not say how curves run. */
    private static final double WHEELS = 1.2;

    private final RoadNet net;

    Ground(RoadNet net) {
        this.net = net;
    }

    /** On a crosswalk or the road beside it, and not just at the kerb. */
    boolean on(CrosswalkArea crosswalk, double east, double north) {
        return between(crosswalk, east, north, KERB);
    }

    /** The same from the kerb on. */
    boolean before(CrosswalkArea crosswalk, double east, double north) {
        return between(crosswalk, east, north, 0);
    }

    /** On a crosswalk, beside it or where people wait for it: there its kerbs say what is road. */
    boolean governs(CrosswalkArea crosswalk, double east, double north) {
        return crosswalk.distance(east, north) <= WAITING_AREA
                && beside(crosswalk, crosswalk.line().project(east, north));
    }

    private static boolean beside(CrosswalkArea crosswalk, Place place) {
        return Math.abs(place.across()) <= crosswalk.crosswalk().width() / 2 + BESIDE;
    }

    private static boolean between(CrosswalkArea crosswalk, double east, double north, double fromKerb) {
        Place place = crosswalk.line().project(east, north);
        return beside(crosswalk, place)
                && place.along() > fromKerb
                && place.along() < crosswalk.line().length() - fromKerb;
    }

    /** On a lane for vehicles or where a way leads over the crossing. */
    boolean onCarriageway(double east, double north) {
        for (LaneLine lane : net.lanesNear(east, north, BESIDE)) {
            boolean driven = lane.lane().use() == LaneUse.VEHICLE || lane.lane().use() == LaneUse.BUS;
            if (driven
                    && lane.line().project(east, north).distance()
                            <= lane.lane().width() / 2) {
                return true;
            }
        }
        return net.onCrossing(east, north) && onWay(east, north);
    }

    /** Between the lanes' ends there are corners of pavement too, where people wait: road is where a way leads. */
    private boolean onWay(double east, double north) {
        for (Route route : net.routes()) {
            if (route.path().project(east, north).distance() <= WHEELS) {
                return true;
            }
        }
        return false;
    }
}
