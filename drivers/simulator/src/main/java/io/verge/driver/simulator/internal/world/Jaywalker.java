package io.verge.driver.simulator.internal.world;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.driver.simulator.internal.world.SignalPlan.Colour;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Someone on foot who crosses an arm, beside the crosswalk's middle or 26 to 40 m away from the crossing, and steps off the kerb
 * two seconds before one who has green and drives there. That one brakes late. Before the next lanes the walker looks. It begins
 * when the walker could not stop before the kerb any more as people do.
 */
final class Jaywalker implements Act {
    private static final Size SIZE = new Size(0.5, 0.5, 1.7);
    /** How long before a vehicle would be there the walker steps off, seconds. */
    private static final double BEFORE = 1.9;
    /** How a driver brakes for one whom he sees late, m/s². */
    private static final double LATE = 4;
    /** How far beside a lane one on foot is in the way, metres. */
    private static final double BESIDE = 0.5;

    /** From the middle of a crosswalk to beside all who walk there, metres. */
    private static final double BESIDE_FILES = 2.3;

    /** To the kerb, metres. */
    private static final double BESIDE_ROAD = Walker.EDGE - Layout.KERB;
    /** As one walks, so that both are there together, m/s. */
    private static final double SLOWEST = 1.1;

    private static final double FASTEST = 1.9;

    /** Who needs more than this to stop before the kerb, m/s², will be seen not to. */
    private static final double COMFORTABLE = 1.5;
    /** A driver who has lost more of his speed brakes anyway, and meets nobody. */
    private static final double DRIVES_ON = 0.9;

    private static final double FIRST_LANE = -1.5 * Layout.LANE_WIDTH;

    private int arm;
    private double away;
    private double wish;
    private @Nullable Vehicle met;
    /** At which it came when it was chosen, m/s. */
    private double metSpeed;

    private int id;
    /** Metres to the right of the middle of the road, looking away from the crossing. */
    private double offset = -Walker.EDGE;

    private double speed;
    private int number = -1;
    /** When it could be seen that the walker will not stop, and when the vehicle would be there; milliseconds. */
    private long committed = Happening.NEVER;

    private long conflict = Happening.NEVER;

    @Override
    public boolean step(Situation situation) {
        Vehicle vehicle = met;
        if (vehicle == null) {
            choose(situation);
            return true;
        }
        if (id == 0) {
            id = situation.ids().next();
        }
        walk(situation, vehicle);
        double middles = apart(vehicle);
        situation.truth().change(number, happening -> happening.withClosest(middles));
        if (offset > Walker.WAIT) {
            situation
                    .truth()
                    .change(number, happening -> happening.lasts() ? happening.withEnd(situation.millis()) : happening);
        }
        return offset < Walker.EDGE;
    }

    private double apart(Vehicle vehicle) {
        Pose mine = place();
        Pose its = vehicle.body().pose();
        return Math.hypot(mine.east() - its.east(), mine.north() - its.north());
    }

    private void choose(Situation situation) {
        if (arm == 0 || situation.random().nextDouble() < situation.seconds() / 10) {
            boolean crosswalk = situation.random().nextBoolean();
            away = crosswalk
                    ? Layout.CROSSWALK - BESIDE_FILES
                    : situation.random().nextDouble(26, 40);
        }
        arm = arm % Layout.ARMS + 1;
        if (situation.calm()) {
            for (Vehicle each : situation.traffic().all()) {
                if (suits(situation, each)) {
                    met = each;
                    metSpeed = each.speed();
                    wish = BESIDE_ROAD / (seconds(each) - BEFORE);
                    return;
                }
            }
        }
    }

    private boolean suits(Situation situation, Vehicle each) {
        if (each.turn.from().id() != 10 * arm + 2 || each.speed() < 8 || each.conduct() != Body.Conduct.LAWFUL) {
            return false;
        }
        double walks = seconds(each) - BEFORE;
        return walks > BESIDE_ROAD / FASTEST
                && walks < BESIDE_ROAD / SLOWEST
                && situation.shows(arm, Colour.GREEN, 0, walks + BEFORE + 0.5)
                && situation.traffic().all().stream()
                        .noneMatch(other -> other.turn.startsWith(each.turn)
                                && other.along() > each.along()
                                && other.rear() < other.line
                                && other.speed() < 0.8 * each.speed());
    }

    /** Until a vehicle is at the walker's line, if it goes on as it does. */
    private double seconds(Vehicle vehicle) {
        return (where(vehicle, true) - vehicle.front()) / vehicle.speed();
    }

    /** Where on its way a vehicle passes the walker's line, metres. */
    private double where(Vehicle vehicle, boolean in) {
        return in ? vehicle.line + Layout.LINE - away : vehicle.behind + away - Layout.LINE;
    }

    private void walk(Situation situation, Vehicle vehicle) {
        double next = offset + wish * situation.seconds();
        boolean stays = !mayEnter(situation, next);
        boolean stepsOff = !stays && passes(-Walker.WAIT + 0.3, next);
        if (stays) {
            committed = Happening.NEVER;
        } else if (passes(-Layout.KERB - wish * wish / (2 * COMFORTABLE), next)) {
            commit(situation, vehicle);
        }
        speed = stays ? 0 : wish;
        if (!stays) {
            offset = next;
        }
        if (stepsOff && committed != Happening.NEVER) {
            number = situation.truth().begin(Incident.JAYWALKER, committed, 10 * arm + 2, place(), id, vehicle.id);
            situation.truth().change(number, happening -> happening.withConflict(conflict, place()));
        }
    }

    private boolean passes(double line, double next) {
        return offset < line && next >= line;
    }

    private void commit(Situation situation, Vehicle vehicle) {
        double seconds = seconds(vehicle);
        if (seconds > 0 && seconds < 3 && vehicle.speed() >= DRIVES_ON * metSpeed) {
            committed = situation.millis();
            conflict = committed + Math.round(1000 * seconds);
        }
    }

    /** Whether whoever drives on the lane that the next step leads to could stop. */
    private boolean mayEnter(Situation situation, double next) {
        for (RoadLane lane : situation.layout().lanes()) {
            double edge = lane.offset() - Layout.LANE_WIDTH / 2 - BESIDE + 0.2;
            if (lane.arm() == arm && offset < edge && next >= edge) {
                return situation.traffic().all().stream().allMatch(vehicle -> canStop(vehicle, lane));
            }
        }
        return true;
    }

    private boolean canStop(Vehicle vehicle, RoadLane lane) {
        boolean in = vehicle.turn.from().id() == lane.id();
        boolean out = vehicle.turn.to().id() == lane.id() && vehicle.admitted();
        if (!in && !out) {
            return true;
        }
        double there = where(vehicle, in);
        double braking = lane.offset() == FIRST_LANE ? 6 : LATE;
        double room = there - vehicle.front() - 1;
        boolean stands = vehicle.speed() < 0.3 && room > -0.6;
        return vehicle.rear() > there + 1 || stands || room > vehicle.speed() * vehicle.speed() / (2 * braking) + 1;
    }

    @Override
    public double gap(Vehicle vehicle) {
        if (met == null || offset < -Walker.WAIT || offset > Walker.WAIT) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.min(gap(vehicle, vehicle.turn.from(), true), gap(vehicle, vehicle.turn.to(), false));
    }

    private double gap(Vehicle vehicle, RoadLane lane, boolean in) {
        double gap = where(vehicle, in) - vehicle.front() - 0.8;
        double ahead = lane.offset() - offset;
        boolean inTheWay = lane.arm() == arm
                && ahead < Layout.LANE_WIDTH / 2 + BESIDE + 0.8
                && ahead > -Layout.LANE_WIDTH / 2 - BESIDE;
        boolean seen = gap < vehicle.speed() * vehicle.speed() / (2 * LATE) + 0.2 * vehicle.speed() + 2;
        return inTheWay && seen && gap > -0.7 ? gap : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean disturbs() {
        return met != null;
    }

    private Pose place() {
        return Layout.on(arm, away, offset);
    }

    @Override
    public Stream<Body> bodies() {
        if (met == null || id == 0) {
            return Stream.empty();
        }
        Pose at = place();
        return Stream.of(new Body(
                id, RoadUserType.PEDESTRIAN, at.facing(at.heading() + 90), speed, SIZE, Body.Conduct.JAYWALKER));
    }
}
