package io.verge.driver.simulator.internal.world;

import io.verge.api.geo.Position;
import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The crossing as it is built: the one truth for the world that moves and for the map that is announced. Four arms (1 north,
 * 2 east, 3 south, 4 west), right-hand traffic, and on each arm:
 *
 * <pre>
 *   looking away from the crossing, from left to right
 *   a2 in: straight, right | a1 in: left | a3 out | a4 out        a = 10 × arm; crosswalk 50 + arm between lines and curves
 * </pre>
 *
 * Signal groups 1 to 4 are the vehicles of arms 1 to 4, signal groups 9 to 12 the pedestrians across arms 1 to 4. Immutable.
 */
public final class Layout {
    /** Metres. */
    public static final double LANE_WIDTH = 3.5;

    /** From the middle of the crossing to the stop lines, metres. */
    public static final double LINE = 20;

    /** How far from the middle of the crossing the world ends, metres. */
    public static final double EDGE = 140;

    /** From the middle of the crossing to the middle of a crosswalk, metres. */
    public static final double CROSSWALK = 16.5;

    /** Metres. */
    public static final double CROSSWALK_WIDTH = 4;

    /** From the middle of the road to the kerb, metres. */
    public static final double KERB = 2 * LANE_WIDTH;

    /** On all lanes, m/s. */
    public static final double SPEED_LIMIT = 13.9;

    /** Of the map: none. */
    public static final int REGION = 0;

    /** The id of the crossing. */
    public static final int CROSSING = 417;

    /** Where the straight begin of a turn ends, metres from the middle of the crossing. */
    static final double CURVE = 13;

    static final int ARMS = 4;

    private static final List<String> NAMES = List.of("North", "East", "South", "West");
    private static final double INNER = LANE_WIDTH / 2;
    private static final double OUTER = 3 * LANE_WIDTH / 2;
    private static final int REVISION = 1;

    private final List<RoadLane> lanes = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    public Layout() {
        for (int arm = 1; arm <= ARMS; arm++) {
            lanes.add(ingress(arm, 1, -INNER));
            lanes.add(ingress(arm, 2, -OUTER));
            lanes.add(egress(arm, 3, INNER));
            lanes.add(egress(arm, 4, OUTER));
        }
        for (int arm = 1; arm <= ARMS; arm++) {
            turns.add(turn(arm, 1, Manoeuvre.LEFT, 3));
            turns.add(turn(arm, 2, Manoeuvre.STRAIGHT, 4));
            turns.add(turn(arm, 2, Manoeuvre.RIGHT, 4));
        }
    }

    /** All lanes, those of an arm together. */
    List<RoadLane> lanes() {
        return List.copyOf(lanes);
    }

    /** All ways across the crossing. */
    List<Turn> turns() {
        return List.copyOf(turns);
    }

    /** The way straight on from an arm. */
    Turn straight(int arm) {
        return turns.stream()
                .filter(turn -> turn.from().arm() == arm && turn.manoeuvre() == Manoeuvre.STRAIGHT)
                .findFirst()
                .orElseThrow();
    }

    /** The signal group of the vehicles that come from an arm. */
    public static int vehicleGroup(int arm) {
        return arm;
    }

    /** The signal group of those on foot who cross an arm. */
    public static int pedestrianGroup(int arm) {
        return 8 + arm;
    }

    /**
     * A place by its arm.
     *
     * @param away metres from the middle of the crossing
     * @param right metres to the right of the middle of the road
     * @return with the heading away from the crossing
     */
    static Pose on(int arm, double away, double right) {
        return new Pose(0, 0, 90.0 * (arm - 1)).moved(away, right);
    }

    /** The same as a map, in the site frame. */
    public SiteMap map() {
        List<Approach> approaches = new ArrayList<>();
        List<Crosswalk> crosswalks = new ArrayList<>();
        for (int arm = 1; arm <= ARMS; arm++) {
            approaches.add(new Approach(arm, NAMES.get(arm - 1), CROSSING + arm));
            crosswalks.add(new Crosswalk(
                    50 + arm,
                    arm,
                    CROSSWALK_WIDTH,
                    List.of(ground(on(arm, CROSSWALK, -KERB)), ground(on(arm, CROSSWALK, KERB))),
                    pedestrianGroup(arm)));
        }
        return new SiteMap(
                REGION,
                CROSSING,
                "Demo crossing",
                REVISION,
                approaches,
                lanes.stream().map(this::map).toList(),
                crosswalks,
                conflicts());
    }

    private Lane map(RoadLane lane) {
        return new Lane(
                lane.id(),
                lane.arm(),
                LaneUse.VEHICLE,
                lane.ingress(),
                LANE_WIDTH,
                SPEED_LIMIT,
                List.of(ground(lane.path().at(0)), ground(lane.path().end())),
                turns.stream()
                        .filter(turn -> turn.from().id() == lane.id())
                        .map(turn -> new Connection(turn.to().id(), turn.manoeuvre(), turn.signalGroup()))
                        .toList());
    }

    /** Crossing roads exclude each other, and so do a crosswalk and the traffic that drives straight over it. */
    private static Set<Conflict> conflicts() {
        Set<Conflict> conflicts = new HashSet<>();
        for (int arm = 1; arm <= ARMS; arm++) {
            int opposite = neighbour(arm, 2);
            conflicts.add(new Conflict(vehicleGroup(arm), vehicleGroup(neighbour(arm, 1))));
            conflicts.add(new Conflict(vehicleGroup(arm), pedestrianGroup(arm)));
            conflicts.add(new Conflict(vehicleGroup(opposite), pedestrianGroup(arm)));
        }
        return conflicts;
    }

    private static Position ground(Pose pose) {
        return new Position(pose.east(), pose.north(), 0);
    }

    private static RoadLane ingress(int arm, int number, double offset) {
        Pose far = on(arm, EDGE, offset);
        return new RoadLane(
                10 * arm + number, arm, true, offset, Path.straight(far.facing(far.heading() + 180), EDGE - LINE));
    }

    private static RoadLane egress(int arm, int number, double offset) {
        return new RoadLane(10 * arm + number, arm, false, offset, Path.straight(on(arm, LINE, offset), EDGE - LINE));
    }

    private Turn turn(int arm, int number, Manoeuvre manoeuvre, int target) {
        RoadLane from = lane(10 * arm + number);
        int side =
                switch (manoeuvre) {
                    case LEFT -> 1;
                    case STRAIGHT -> 2;
                    case RIGHT -> 3;
                    case U_TURN -> 0;
                };
        RoadLane to = lane(10 * neighbour(arm, side) + target);
        Path start = Path.straight(from.path().end(), LINE - CURVE);
        Path across =
                switch (manoeuvre) {
                    case STRAIGHT -> start.ahead(2 * CURVE);
                    case LEFT -> start.quarter(false, CURVE - from.offset());
                    case RIGHT, U_TURN -> start.quarter(true, CURVE + from.offset());
                };
        return new Turn(from, to, manoeuvre, vehicleGroup(arm), across.ahead(LINE - CURVE));
    }

    /** The arm that is so many quarters clockwise from an arm. */
    static int neighbour(int arm, int quarters) {
        return (arm - 1 + quarters) % ARMS + 1;
    }

    private RoadLane lane(int id) {
        return lanes.stream().filter(lane -> lane.id() == id).findFirst().orElseThrow();
    }
}
