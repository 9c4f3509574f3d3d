package io.verge.app.incidentwarning.internal;

import io.verge.api.scene.LaneMatch;
import io.verge.api.site.LaneUse;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Place;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;

/**
 * How probably somebody drives on a lane, or on the crossing on a way, against its direction. On which lane it is follows from
 * how well its position is known; whoever may as well be on a lane or way of its own direction is believed to be there.
 */
final class Against {
    /** To this distance, metres, somebody may be on a lane or a way over the crossing. */
    private static final double NEAR = 3;

    /** To this distance, metres, somebody is on a way over the crossing. */
    private static final double ON_THE_WAY = 1.5;

    /** To this angle somebody drives along a way over the crossing, degrees. */
    private static final double ALONG = 75;

    private static final double LEAST_ERROR = 0.3;
    private static final double GREATEST_ERROR = 1.5;

    private final double angle;

    /**
     * @param angle from the direction of a lane beyond which somebody drives against it, degrees
     */
    Against(double angle) {
        this.angle = angle;
    }

    /** 0 to 1. */
    double probability(Watched vehicle, RoadNet net) {
        LaneMatch match = vehicle.user().lane();
        if (match != null && match(match, vehicle, net)) {
            return match.probability();
        }
        double against = 0;
        double along = 0;
        for (LaneLine lane :
                net.lanesNear(vehicle.position().east(), vehicle.position().north(), NEAR)) {
            Place place = lane.line()
                    .project(vehicle.position().east(), vehicle.position().north());
            boolean beside = place.along() > 0 && place.along() < lane.line().length();
            if (beside && (lane.lane().use() == LaneUse.VEHICLE || lane.lane().use() == LaneUse.BUS)) {
                double share = between(lane.lane().width(), place.across(), vehicle);
                against += contrary(lane, place, vehicle) ? share : 0;
                along += contrary(lane, place, vehicle) ? 0 : share;
            }
        }
        if (against + along < 0.1) {
            return onCrossing(vehicle, net);
        }
        return Math.min(1, against) * (1 - Math.min(1, along));
    }

    private boolean match(LaneMatch match, Watched vehicle, RoadNet net) {
        LaneLine lane = net.lane(match.lane()).orElse(null);
        LaneLine on = vehicle.carriageway();
        return lane != null
                && on != null
                && on.id() == lane.id()
                && Math.abs(match.across()) <= lane.lane().width() / 2
                && contrary(lane, new Place(match.along(), match.across(), Math.abs(match.across())), vehicle);
    }

    private boolean contrary(LaneLine lane, Place place, Watched vehicle) {
        return Lanes.angle(lane, place, vehicle.heading()) > angle;
    }

    private double onCrossing(Watched vehicle, RoadNet net) {
        double east = vehicle.position().east();
        double north = vehicle.position().north();
        if (!net.onCrossing(east, north)) {
            return 0;
        }
        boolean against = false;
        for (Route route : net.routes()) {
            Place place = route.path().project(east, north);
            if (place.distance() < NEAR) {
                double turn = Lanes.angle(route.path(), place, vehicle.heading());
                if (turn < ALONG) {
                    return 0;
                }
                against |= turn > angle && place.distance() < ON_THE_WAY;
            }
        }
        return against ? 1 : 0;
    }

    /** How probably it is between the edges of a lane, its position being off by its error. */
    private static double between(double width, double across, Watched vehicle) {
        double error = vehicle.user().motion().positionError().semiMajor();
        double sigma = error >= LEAST_ERROR ? Math.min(error, GREATEST_ERROR) : LEAST_ERROR;
        return below((width / 2 - across) / sigma) - below((-width / 2 - across) / sigma);
    }

    /** The normal distribution, to a hundredth. */
    private static double below(double sigmas) {
        return 1 / (1 + Math.exp(-1.702 * sigmas));
    }
}
