package io.verge.app.incidentwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.api.road.RoadUserType;
import io.verge.api.site.Manoeuvre;
import io.verge.traffic.CrosswalkArea;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Route;

/** Why a vehicle may stand without anything being wrong. */
final class Reasons {
    /** Who is faster, m/s, is moving. */
    private static final double MOVING = 1.5;

    /** Whom one queues behind is not this much faster, m/s: in creeping traffic who stands for long does not follow. */
    private static final double DRAWS_AWAY = 0.7;

    /** Sideways, metres, from the line straight ahead of a vehicle to what is in its way. */
    private static final double IN_THE_WAY = 2.5;

    /** So near to a crosswalk with somebody on it, metres from its front, a vehicle gives way. */
    private static final double TO_CROSSWALK = 10;

    /** Who comes on another approach so near to its stop line, metres, is given way to. */
    private static final double COMING = 60;

    private final double queueGap;
    private final double stopLineReach;

    Reasons(IncidentWarningConfig config) {
        queueGap = config.queueGap();
        stopLineReach = config.stopLineReach();
    }

    /** At the stop line, and its signal is not green; when nobody knows what it is, it may be so. */
    boolean signal(Watched vehicle, RoadPicture road) {
        LaneLine lane = vehicle.lane();
        if (lane == null || !lane.lane().ingress() || vehicle.toEnd() > stopLineReach) {
            return false;
        }
        Lights lights = Lights.of(lane, road.scene());
        return lights == Lights.STOP || lights == Lights.UNKNOWN;
    }

    /** Behind somebody who stands; or at the far end of an egress lane, where nobody sees who is ahead. */
    boolean queue(Watched vehicle, RoadPicture road) {
        Watched leader = vehicle.leader();
        if (leader != null && holdsUp(leader, vehicle) && vehicle.gap() < queueGap) {
            return true;
        }
        LaneLine lane = vehicle.lane();
        return (lane != null && !lane.lane().ingress() && vehicle.toEnd() < queueGap) || blocked(vehicle, road);
    }

    private static boolean holdsUp(Watched ahead, Watched vehicle) {
        return ahead.speed() < MOVING && ahead.speed() < vehicle.speed() + DRAWS_AWAY;
    }

    /** Somebody stands straight ahead, or ahead in the direction of the lane, as who changes lanes may not point there. */
    private boolean blocked(Watched vehicle, RoadPicture road) {
        LaneLine lane = vehicle.lane();
        return ahead(vehicle, vehicle.heading(), road)
                || (lane != null && ahead(vehicle, lane.line().headingAt(vehicle.along()), road));
    }

    private boolean ahead(Watched vehicle, double direction, RoadPicture road) {
        double heading = Math.toRadians(direction);
        double sin = Math.sin(heading);
        double cos = Math.cos(heading);
        for (Watched other : road.users()) {
            if (other == vehicle || !other.drives() || !holdsUp(other, vehicle)) {
                continue;
            }
            double east = other.position().east() - vehicle.position().east();
            double north = other.position().north() - vehicle.position().north();
            double ahead = east * sin + north * cos;
            double beside = Math.abs(east * cos - north * sin);
            if (ahead > 0 && ahead - vehicle.half() - other.half() < queueGap && beside < IN_THE_WAY) {
                return true;
            }
        }
        return false;
    }

    /** Lets people cross, or waits to turn until those who have the right of way have passed. */
    boolean givingWay(Watched vehicle, RoadPicture road) {
        return crosswalk(vehicle, road) || (turning(vehicle, road) && traffic(vehicle, road));
    }

    private static boolean crosswalk(Watched vehicle, RoadPicture road) {
        double east = vehicle.position().east();
        double north = vehicle.position().north();
        for (CrosswalkArea area : road.net().crosswalks()) {
            if (area.distance(east, north) - vehicle.half() < TO_CROSSWALK && used(area, road)) {
                return true;
            }
        }
        return false;
    }

    private static boolean used(CrosswalkArea area, RoadPicture road) {
        for (Watched one : road.users()) {
            boolean crosses = one.is(RoadUserType.PEDESTRIAN) || one.is(RoadUserType.BICYCLE);
            if (crosses && area.contains(one.position().east(), one.position().north(), 2)) {
                return true;
            }
        }
        return false;
    }

    /** On the crossing, or first at a stop line from which one may turn or which no signal rules. */
    private boolean turning(Watched vehicle, RoadPicture road) {
        LaneLine lane = vehicle.lane();
        if (road.net().onCrossing(vehicle.position().east(), vehicle.position().north())) {
            return true;
        }
        if (lane == null || !lane.lane().ingress() || vehicle.toEnd() > stopLineReach) {
            return false;
        }
        for (Route route : road.net().routesFrom(lane.id())) {
            if (route.connection().manoeuvre() != Manoeuvre.STRAIGHT || route.signalGroup() == null) {
                return true;
            }
        }
        return false;
    }

    /** Somebody else drives on the crossing, or comes to it on another approach and may go. */
    private static boolean traffic(Watched vehicle, RoadPicture road) {
        for (Watched other : road.users()) {
            if (other != vehicle && other.speed() > MOVING && (crossing(other, road) || coming(other, vehicle, road))) {
                return true;
            }
        }
        return false;
    }

    private static boolean crossing(Watched other, RoadPicture road) {
        return road.net().onCrossing(other.position().east(), other.position().north());
    }

    private static boolean coming(Watched other, Watched vehicle, RoadPicture road) {
        LaneLine lane = other.lane();
        LaneLine own = vehicle.lane();
        return lane != null
                && lane.lane().ingress()
                && (own == null || own.lane().approach() != lane.lane().approach())
                && other.toEnd() < COMING
                && Lights.of(lane, road.scene()) != Lights.STOP
                && !(Math.abs(Headings.turn(other.heading(), vehicle.heading())) < 45);
    }
}
