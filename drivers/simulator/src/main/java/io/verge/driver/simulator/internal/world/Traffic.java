package io.verge.driver.simulator.internal.world;

import io.verge.api.site.Manoeuvre;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * All vehicles that keep to their lanes. A vehicle crosses only when it has been admitted, by {@link Admission},
 * before it reaches its stop line; else it stops there.
 */
final class Traffic {
    /** Two ways from one lane are this far along them wide enough apart for two vehicles side by side, metres. */
    private static final double DIVERGED = 15;
    /** Between stop line and the front of who waits there, metres less than behind a vehicle. */
    private static final double LINE_GAP = 1;

    /** From the stop line to behind the crosswalk, metres. */
    private static final double PAST_CROSSWALK = Layout.LINE - Layout.CROSSWALK + Layout.CROSSWALK_WIDTH / 2 + 0.5;

    private final Layout layout;
    private final Admission admission;
    private final Director director;
    private final RandomGenerator random;
    private final int target;
    private final List<Vehicle> vehicles = new ArrayList<>();

    Traffic(Layout layout, Admission admission, Director director, int target, RandomGenerator random) {
        this.layout = layout;
        this.admission = admission;
        this.director = director;
        this.target = target;
        this.random = random;
    }

    void step(double seconds, long millis, Ids ids) {
        for (RoadLane lane : layout.lanes()) {
            if (lane.ingress()) {
                admit(lane, millis);
            }
        }
        vehicles.forEach(vehicle -> move(vehicle, seconds, millis));
        vehicles.removeIf(Vehicle::gone);
        if (vehicles.size() < target) {
            arrive(ids);
        }
    }

    private void admit(RoadLane lane, long millis) {
        List<Vehicle> queue = vehicles.stream()
                .filter(vehicle -> vehicle.turn.from().id() == lane.id() && !vehicle.admitted())
                .sorted(Comparator.comparingDouble(Vehicle::along).reversed())
                .toList();
        for (Vehicle vehicle : queue) {
            boolean decides = vehicle.line - vehicle.front() <= vehicle.decision();
            if (!decides || !admission.grants(vehicle, vehicles, millis)) {
                return;
            }
            vehicle.admit();
        }
    }

    private void move(Vehicle vehicle, double seconds, long millis) {
        double gap = Double.POSITIVE_INFINITY;
        double aheadSpeed = 0;
        if (!vehicle.admitted() && mustStop(vehicle, millis)) {
            gap = vehicle.line - vehicle.front() + LINE_GAP;
        }
        for (Vehicle other : vehicles) {
            double between = between(vehicle, other);
            if (between < gap) {
                gap = between;
                aheadSpeed = other.speed();
            }
        }
        double obstacle = director.gap(vehicle);
        if (obstacle < gap) {
            gap = obstacle;
            aheadSpeed = 0;
        }
        vehicle.move(seconds, gap, aheadSpeed, director.limit(vehicle));
    }

    /** Far from the line one brakes for red only; where it must be decided, for everything that is in the way. */
    private static boolean mustStop(Vehicle vehicle, long millis) {
        return vehicle.line - vehicle.front() <= vehicle.decision()
                || SignalPlan.vehicles(vehicle.turn.from().arm(), millis).colour() != SignalPlan.Colour.GREEN;
    }

    /** The free metres between a vehicle and another that is ahead of it on its way; infinite when it is not. */
    private static double between(Vehicle vehicle, Vehicle other) {
        if (other == vehicle) {
            return Double.POSITIVE_INFINITY;
        }
        double lengths = (vehicle.kind.size().length() + other.kind.size().length()) / 2;
        boolean sameStart = vehicle.turn.startsWith(other.turn);
        if (sameStart && (vehicle.turn.endsWith(other.turn) || other.rear() < other.line + DIVERGED)) {
            double apart = other.along() - vehicle.along();
            return apart > 0 ? apart - lengths : Double.POSITIVE_INFINITY;
        }
        if (vehicle.turn.endsWith(other.turn) && other.front() > other.behind) {
            double apart = vehicle.remaining() - other.remaining();
            return apart > 0 ? apart - lengths : Double.POSITIVE_INFINITY;
        }
        return Double.POSITIVE_INFINITY;
    }

    private void arrive(Ids ids) {
        List<Turn> turns = layout.turns();
        Turn turn = turns.get(random.nextInt(turns.size()));
        Vehicle.Kind kind = kind(random.nextDouble());
        double tame = 0.8 + 0.25 * random.nextDouble();
        boolean unlikely = random.nextDouble() > likelihood(turn.manoeuvre());
        boolean longer = kind.size().length() > turn.longest();
        if (!unlikely && !longer && hasRoom(turn, kind) && !director.holds(turn.from())) {
            enter(kind, turn, Body.Conduct.LAWFUL, Layout.SPEED_LIMIT * tame, ids);
        }
    }

    /** Whether one more can come into the world on a way. */
    boolean hasRoom(Turn turn, Vehicle.Kind kind) {
        return vehicles.stream()
                .noneMatch(other -> other.turn.startsWith(turn)
                        && other.rear() < kind.size().length() + 10 + other.speed());
    }

    /** Brings one into the world, not faster than those before it. */
    Vehicle enter(Vehicle.Kind kind, Turn turn, Body.Conduct conduct, double wish, Ids ids) {
        double ahead = vehicles.stream()
                .filter(other -> other.turn.startsWith(turn) && other.along() < 60)
                .mapToDouble(Vehicle::speed)
                .min()
                .orElse(wish);
        Vehicle vehicle = new Vehicle(ids.next(), kind, turn, conduct, wish, Math.min(wish, ahead));
        vehicles.add(vehicle);
        return vehicle;
    }

    /** Everyone, those who came first before the others. */
    List<Vehicle> all() {
        return Collections.unmodifiableList(vehicles);
    }

    private static double likelihood(Manoeuvre manoeuvre) {
        return switch (manoeuvre) {
            case STRAIGHT -> 1;
            case RIGHT -> 0.4;
            case LEFT, U_TURN -> 0.25; // who gives way gets through once or twice a cycle
        };
    }

    private static Vehicle.Kind kind(double chance) {
        if (chance < 0.70) {
            return Vehicle.Kind.CAR;
        }
        if (chance < 0.80) {
            return Vehicle.Kind.TRUCK;
        }
        return chance < 0.88 ? Vehicle.Kind.BUS : Vehicle.Kind.MOTORCYCLE;
    }

    /** Whether a vehicle has the way over the crosswalk of an arm. */
    boolean crosses(int arm) {
        return vehicles.stream()
                .anyMatch(vehicle -> vehicle.crossing()
                        && ((vehicle.turn.from().arm() == arm && vehicle.rear() < vehicle.line + PAST_CROSSWALK)
                                || vehicle.turn.to().arm() == arm));
    }

    /** Whether nobody is on a lane out of the crossing or on the way to it. */
    boolean isFree(RoadLane lane) {
        return vehicles.stream().noneMatch(vehicle -> vehicle.turn.to().id() == lane.id() && vehicle.admitted());
    }

    Stream<Body> bodies() {
        return vehicles.stream().map(Vehicle::body);
    }

    Stream<Course> courses() {
        return vehicles.stream().map(Vehicle::course);
    }
}
