package io.verge.driver.simulator.internal.world;

import java.util.List;

/**
 * Who may cross. A vehicle that is admitted keeps its way across until its rear has left the crossing, and nobody whose way
 * conflicts is admitted meanwhile: so nobody ever collides, not even with one who runs a red light.
 */
final class Admission {
    /** On each side of a lane's middle, metres, where nobody may be on foot. */
    private static final double STRIP = Layout.LANE_WIDTH / 2 + 0.8;
    /** Between two who stand, metres. */
    private static final double BETWEEN = 3;
    /** Who is slower makes no room, m/s. */
    private static final double FLOWS = 6;

    /** How long others must be away for one who gives way, seconds. */
    private static final double GAP = 5.5;

    /** Before red, milliseconds: who starts later does not get over the line in time. */
    private static final long LAST_START = 1_400;

    private final Conflicts conflicts;
    private final Crowd crowd;
    private final Director director;

    Admission(Conflicts conflicts, Crowd crowd, Director director) {
        this.conflicts = conflicts;
        this.crowd = crowd;
        this.director = director;
    }

    /** Whether a vehicle that nears its stop line may cross. */
    boolean grants(Vehicle vehicle, List<Vehicle> all, long millis) {
        boolean green = green(vehicle, millis) || clears(vehicle, millis);
        if (!green
                || director.holds(vehicle.turn.to())
                || someoneOnFoot(vehicle.turn, millis)
                || !hasRoom(vehicle, all)) {
            return false;
        }
        boolean cautious = vehicle.turn.givesWay();
        return all.stream().noneMatch(other -> inTheWay(vehicle, other, cautious, millis));
    }

    /** Whether it and those who are before it on the way out of the crossing find room there, so that nobody stops on it. */
    private static boolean hasRoom(Vehicle vehicle, List<Vehicle> all) {
        double room = Double.POSITIVE_INFINITY;
        double need = vehicle.kind.size().length() + BETWEEN;
        for (Vehicle other : all) {
            if (other.admitted() && other.turn.endsWith(vehicle.turn)) {
                if (other.rear() < other.behind) {
                    need += other.kind.size().length() + BETWEEN;
                } else if (other.speed() < FLOWS) {
                    room = Math.min(room, other.rear() - other.behind);
                }
            }
        }
        return room >= need;
    }

    private boolean inTheWay(Vehicle vehicle, Vehicle other, boolean cautious, long millis) {
        if (!conflicts.between(vehicle.turn, other.turn)) {
            return false;
        }
        return other.crossing() || (cautious && !other.admitted() && green(other, millis) && near(other));
    }

    /** Whether a vehicle that waited all the green to give way may go as the last, at yellow. */
    private static boolean clears(Vehicle vehicle, long millis) {
        SignalPlan.Aspect aspect = SignalPlan.vehicles(vehicle.turn.from().arm(), millis);
        return vehicle.turn.givesWay()
                && vehicle.line - vehicle.front() < 2
                && aspect.colour() == SignalPlan.Colour.YELLOW
                && aspect.left() > LAST_START;
    }

    private static boolean near(Vehicle other) {
        return other.line - other.front() < GAP * Math.max(4, other.speed());
    }

    private static boolean green(Vehicle vehicle, long millis) {
        return SignalPlan.vehicles(vehicle.turn.from().arm(), millis).colour() == SignalPlan.Colour.GREEN;
    }

    private boolean someoneOnFoot(Turn turn, long millis) {
        return someoneOnFoot(turn.from(), millis) || someoneOnFoot(turn.to(), millis);
    }

    private boolean someoneOnFoot(RoadLane lane, long millis) {
        return crowd.willPass(lane.arm(), lane.offset() - STRIP, lane.offset() + STRIP, millis);
    }
}
