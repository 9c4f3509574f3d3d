package io.verge.testkit;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A crossing of two streets, for tests: arms 1 north, 2 east, 3 south, 4 west. On arm n traffic comes in on the lanes 10n + 1
 * (left turn, signal group 2n − 1) and 10n + 2 (straight on and right turn, signal group 2n), on a bicycle lane 10n + 3 without
 * connections, and goes out on lane 10n + 5. The crosswalk of arm n is 100 + n, its signal group 8 + n.
 */
public final class Crossing {
    /** The origin of the site frame. */
    public static final Wgs84 ORIGIN = new Wgs84(30.5, 114.3, 21);

    /** An instant for announcements: 11.234 s into a minute. */
    public static final Instant TIME = Instant.parse("2026-03-01T08:15:11.234Z");

    private static final int ARMS = 4;
    private static final double STOP_LINE = 20;
    private static final double END = 150;

    private Crossing() {}

    public static SiteFrame frame() {
        return new SiteFrame(ORIGIN);
    }

    /** A site with a map. */
    public static Site site(SiteMap map) {
        return new FixedSite("wuhan-0417", frame(), Optional.of(map));
    }

    private record FixedSite(String box, SiteFrame frame, Optional<SiteMap> map) implements Site {}

    /** Region 420, crossing 184, revision 7. */
    public static SiteMap map() {
        List<Approach> approaches = new ArrayList<>();
        List<Lane> lanes = new ArrayList<>();
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (int arm = 1; arm <= ARMS; arm++) {
            approaches.add(new Approach(arm, "Arm " + arm, 180 + arm));
            lanes.add(lane(arm, 1, LaneUse.VEHICLE, true, way(arm, 1, Manoeuvre.LEFT, 2 * arm - 1)));
            lanes.add(lane(
                    arm,
                    2,
                    LaneUse.VEHICLE,
                    true,
                    way(arm, 2, Manoeuvre.STRAIGHT, 2 * arm),
                    way(arm, 3, Manoeuvre.RIGHT, 2 * arm)));
            lanes.add(lane(arm, 3, LaneUse.BICYCLE, true));
            lanes.add(lane(arm, 5, LaneUse.VEHICLE, false));
            List<Position> line = List.of(at(arm, -10, STOP_LINE - 4), at(arm, 10, STOP_LINE - 4));
            crosswalks.add(new Crosswalk(100 + arm, arm, 4, line, 8 + arm));
        }
        return new SiteMap(420, 184, "Main St / 2nd Ave", 7, approaches, lanes, crosswalks, Set.of(new Conflict(2, 4)));
    }

    private static Connection way(int arm, int turn, Manoeuvre manoeuvre, int group) {
        int to = (arm + turn - 1) % ARMS + 1;
        return new Connection(10 * to + 5, manoeuvre, group);
    }

    private static Lane lane(int arm, int number, LaneUse use, boolean ingress, Connection... ways) {
        double right = ingress ? -3.5 * number : 3.5;
        List<Position> out = List.of(at(arm, right, STOP_LINE), at(arm, right, 60), at(arm, right, END));
        List<Position> line = ingress ? List.of(out.get(2), out.get(1), out.get(0)) : out;
        double limit = use == LaneUse.VEHICLE ? 60 / 3.6 : Double.NaN;
        return new Lane(10 * arm + number, arm, use, ingress, 3.5, limit, line, List.of(ways));
    }

    /** So many metres away on an arm, and to the right when looking away from the crossing. */
    private static Position at(int arm, double right, double away) {
        return switch (arm) {
            case 1 -> new Position(right, away, 0);
            case 2 -> new Position(away, -right, 0);
            case 3 -> new Position(-right, -away, 0);
            default -> new Position(-away, right, 0);
        };
    }

    /** A car, seen by radar and camera, 30 m east and 40 m north, driving south-east at 10 m/s. */
    public static RoadUser car(int id) {
        Velocity velocity = new Velocity(6, -8);
        return new RoadUser(
                id,
                RoadUserType.CAR,
                0.9,
                new Motion(
                        new Position(30, 40, 0),
                        velocity,
                        velocity.heading(),
                        Covariance.round(0.4),
                        Covariance.round(0.2)),
                new Size(4.5, 1.8, 1.5),
                null,
                Set.of(SensorKind.RADAR, SensorKind.CAMERA),
                TIME,
                null);
    }
}
