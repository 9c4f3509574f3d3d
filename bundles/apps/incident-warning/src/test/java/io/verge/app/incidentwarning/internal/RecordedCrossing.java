package io.verge.app.incidentwarning.internal;

import io.verge.api.geo.Position;
import io.verge.api.site.Approach;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The crossing of the recorded traffic, as its network file describes it: four arms with two lanes out, two in, and a third in
 * for the last 44 m from which one turns left. The signal group of a connection is its index in the plan, plus one.
 *
 * <p>Arms are 0 south, 1 west, 2 north, 3 east; lanes of arm n are 10n + 1 and 2 (out, the right one first) and 10n + 4 to 6 (in,
 * the right one first).
 */
final class RecordedCrossing {
    /** The middle of the crossing in the recording. */
    static final double MIDDLE = 220;

    private static final int ARMS = 4;
    /** The plan counts from the north clockwise: north 0, east 4, south 8, west 12. */
    private static final int[] FIRST_INDEX = {8, 12, 0, 4};

    private static final double LIMIT = 13.89;
    private static final double[] RIGHT = {6.4, 3.2, 0};

    private RecordedCrossing() {}

    static SiteMap map() {
        List<Approach> approaches = new ArrayList<>();
        List<Lane> lanes = new ArrayList<>();
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (int arm = 0; arm < ARMS; arm++) {
            int first = FIRST_INDEX[arm] + 1;
            approaches.add(new Approach(arm + 1, "Arm " + arm, 0));
            lanes.add(out(arm, 1, 6.4));
            lanes.add(out(arm, 2, 3.2));
            lanes.add(in(
                    arm,
                    4,
                    220,
                    way(arm, 3, 1, Manoeuvre.RIGHT, first),
                    way(arm, 2, 1, Manoeuvre.STRAIGHT, first + 1)));
            lanes.add(in(arm, 5, 220, way(arm, 2, 2, Manoeuvre.STRAIGHT, first + 2)));
            lanes.add(in(arm, 6, 56, way(arm, 1, 2, Manoeuvre.LEFT, first + 3)));
            List<Position> kerbs = List.of(at(arm, 8, 10), at(arm, -8, 10));
            crosswalks.add(new Crosswalk(100 + arm, arm + 1, 4, kerbs, null));
        }
        return new SiteMap(1, 1, "Recorded", 1, approaches, lanes, crosswalks, Set.of());
    }

    /** To the arm so many quarter turns clockwise, seen from the middle. */
    private static Connection way(int arm, int turn, int lane, Manoeuvre manoeuvre, int group) {
        return new Connection(10 * ((arm + turn) % ARMS) + lane, manoeuvre, group);
    }

    private static Lane out(int arm, int number, double right) {
        List<Position> line = List.of(at(arm, right, 12), at(arm, right, 220));
        return new Lane(10 * arm + number, arm + 1, LaneUse.VEHICLE, false, 3.2, LIMIT, line, List.of());
    }

    private static Lane in(int arm, int number, double from, Connection... ways) {
        double right = -RIGHT[number - 4];
        List<Position> line = List.of(at(arm, right, from), at(arm, right, 12));
        return new Lane(10 * arm + number, arm + 1, LaneUse.VEHICLE, true, 3.2, LIMIT, line, List.of(ways));
    }

    /** So far to the right when looking away from the middle, and so far from it; metres. */
    private static Position at(int arm, double right, double away) {
        return switch (arm) {
            case 0 -> new Position(-right, -away, 0);
            case 1 -> new Position(-away, right, 0);
            case 2 -> new Position(right, away, 0);
            default -> new Position(away, -right, 0);
        };
    }
}
