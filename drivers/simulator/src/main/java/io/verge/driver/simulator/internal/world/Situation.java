package io.verge.driver.simulator.internal.world;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What an act finds at one step.
 *
 * @param seconds of the step
 * @param millis the world's time, and that of the signal plan
 * @param held whether another act needs a lane for itself
 * @param calm whether no other act is going on that brings vehicles to a halt where nobody expects it
 */
record Situation(
        double seconds,
        long millis,
        Layout layout,
        Traffic traffic,
        Crowd crowd,
        Ids ids,
        Truth truth,
        RandomGenerator random,
        Predicate<RoadLane> held,
        boolean calm) {
    /** Whether those from an arm will see this colour throughout a time from now, seconds. */
    boolean shows(int arm, SignalPlan.Colour colour, double from, double to) {
        SignalPlan.Aspect aspect = SignalPlan.vehicles(arm, millis + Math.round(1000 * from));
        return aspect.colour() == colour && aspect.left() >= 1000 * (to - from);
    }

    /** Whether nobody drives on a lane to the crossing, or on it having come from there. */
    boolean isEmpty(RoadLane ingress) {
        return traffic.all().stream()
                .noneMatch(vehicle -> vehicle.turn.from().id() == ingress.id() && vehicle.rear() < vehicle.line);
    }

    /** Whether one who leaves the crossing by a lane does not have to brake there. */
    boolean flows(RoadLane egress) {
        return traffic.all().stream()
                .noneMatch(vehicle -> vehicle.turn.to().id() == egress.id()
                        && vehicle.admitted()
                        && vehicle.rear() < vehicle.behind + 70
                        && vehicle.speed() < 5);
    }
}
