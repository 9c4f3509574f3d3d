package io.verge.driver.simulator.internal.world;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** From 40 m behind the crossing on the outer lane of an arm creeps; those who come queue up. */
final class Congestion implements Act {
    /** How far behind the crossing's line it creeps, metres, and how fast, m/s. */
    private static final double FROM = 40;

    private static final double CREEP = 1.5;
    /** How one slows down before it, m/s². */
    private static final double BRAKING = 2;
    /** It is one when so many, within so many metres, are slower on average than this part of the speed limit. */
    private static final int VEHICLES = 4;

    private static final double WITHIN = 100;
    private static final double PART = 0.3;
    /** Seconds in which a queue must build up. */
    private static final double PATIENCE = 180;

    private final double seconds;
    private @Nullable RoadLane lane;
    private double patience = PATIENCE;
    private double lasted;
    private int number = -1;

    /** An act to come, in which it creeps for so many seconds after the queue has built up. */
    Congestion(double seconds) {
        this.seconds = seconds;
    }

    @Override
    public boolean step(Situation situation) {
        RoadLane jammed = lane;
        if (jammed == null) {
            lane = situation.layout().lanes().stream()
                    .filter(each -> each.id() % 10 == 4 && !situation.held().test(each) && situation.flows(each))
                    .max(Comparator.comparingLong(each -> bound(situation, each)))
                    .orElse(null);
            return true;
        }
        // A road on which few drive may never jam.
        patience -= situation.seconds();
        lasted += number < 0 ? 0 : situation.seconds();
        if (number < 0 && jammed(situation, jammed)) {
            number = situation
                    .truth()
                    .begin(
                            Incident.CONGESTION,
                            situation.millis(),
                            jammed.id(),
                            jammed.path().at(FROM));
        }
        boolean over = lasted >= seconds || (number < 0 && patience < 0);
        if (over) {
            situation.truth().change(number, happening -> happening.withEnd(situation.millis()));
        }
        return !over;
    }

    /** How many come this way: where they are many it jams soonest. */
    private static long bound(Situation situation, RoadLane lane) {
        return situation.traffic().all().stream()
                .filter(vehicle -> vehicle.turn.to().id() == lane.id() && vehicle.rear() < vehicle.behind)
                .count();
    }

    private static boolean jammed(Situation situation, RoadLane lane) {
        double sum = 0;
        int count = 0;
        for (Vehicle vehicle : situation.traffic().all()) {
            if (vehicle.lane() == lane.id() && vehicle.front() < vehicle.behind + WITHIN) {
                sum += vehicle.speed();
                count++;
            }
        }
        return count >= VEHICLES && sum < count * PART * Layout.SPEED_LIMIT;
    }

    @Override
    public double limit(Vehicle vehicle) {
        RoadLane jammed = lane;
        if (jammed == null || vehicle.turn.to().id() != jammed.id() || !vehicle.admitted()) {
            return Double.POSITIVE_INFINITY;
        }
        double before = Math.max(0, vehicle.behind + FROM - vehicle.along());
        return Math.sqrt(CREEP * CREEP + 2 * BRAKING * before);
    }
}
