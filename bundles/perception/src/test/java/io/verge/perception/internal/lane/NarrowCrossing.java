package io.verge.perception.internal.lane;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.Approach;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Four arms (1 north, 2 east, 3 south, 4 west) with lanes of 3.2 m from 18 m to 140 m: in on 10n + 1 (left) and 10n + 2 (straight
 * on, right), out on 10n + 3 (inner) and 10n + 4 (outer).
 */
final class NarrowCrossing {
    static final double WIDTH = 3.2;
    static final double STOP_LINE = 18;
    static final double END = 140;

    private NarrowCrossing() {}

    static SiteMap map() {
        List<Approach> approaches = new ArrayList<>();
        List<Lane> lanes = new ArrayList<>();
        for (int arm = 1; arm <= 4; arm++) {
            approaches.add(new Approach(arm, "", 0));
            lanes.add(lane(arm, 1, -WIDTH / 2, way(arm, 1, 3, Manoeuvre.LEFT)));
            lanes.add(lane(arm, 2, -1.5 * WIDTH, way(arm, 2, 4, Manoeuvre.STRAIGHT), way(arm, 3, 4, Manoeuvre.RIGHT)));
            lanes.add(lane(arm, 3, WIDTH / 2));
            lanes.add(lane(arm, 4, 1.5 * WIDTH));
        }
        return new SiteMap(0, 1, "narrow", 1, approaches, lanes, List.of(), Set.of());
    }

    private static Connection way(int arm, int turn, int lane, Manoeuvre manoeuvre) {
        return new Connection(10 * ((arm + turn - 1) % 4 + 1) + lane, manoeuvre, null);
    }

    private static Lane lane(int arm, int number, double right, Connection... ways) {
        boolean ingress = number <= 2;
        Position near = at(arm, right, STOP_LINE);
        Position far = at(arm, right, END);
        List<Position> line = ingress ? List.of(far, near) : List.of(near, far);
        return new Lane(10 * arm + number, arm, LaneUse.VEHICLE, ingress, WIDTH, 14, line, List.of(ways));
    }

    /** So far away on an arm, and to the right when looking away from the crossing. */
    private static Position at(int arm, double right, double away) {
        return switch (arm) {
            case 1 -> new Position(right, away, 0);
            case 2 -> new Position(away, -right, 0);
            case 3 -> new Position(-right, -away, 0);
            default -> new Position(-away, right, 0);
        };
    }

    /** With an error of half a metre. */
    static RoadUser user(int id, RoadUserType type, double east, double north, double heading) {
        double radians = Math.toRadians(heading);
        Velocity velocity = new Velocity(12 * Math.sin(radians), 12 * Math.cos(radians));
        Motion motion = new Motion(
                new Position(east, north, 0), velocity, heading, Covariance.round(0.5), Covariance.round(0.3));
        Instant measured = Crossing.TIME;
        return new RoadUser(id, type, 0.9, motion, null, null, Set.of(SensorKind.RADAR), measured, null);
    }

    static RoadUser car(double east, double north, double heading) {
        return user(7, RoadUserType.CAR, east, north, heading);
    }
}
