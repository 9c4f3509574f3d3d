package io.verge.driver.simulator.internal.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets incidents happen, each kind by its own clock, at most one of a kind at a time, when the road has filled. */
final class Director {
    /** So long the world is without incidents, milliseconds. */
    private static final long FILLS = 28_000;

    private final Layout layout;
    private final Map<Incident, Double> periods;
    private final RandomGenerator random;
    private final Truth truth;
    /** Seconds until the next of a kind. */
    private final Map<Incident, Double> waits = new EnumMap<>(Incident.class);

    private final Map<Incident, Act> acts = new EnumMap<>(Incident.class);

    Director(Layout layout, Incidents incidents, RandomGenerator random, Truth truth) {
        this.layout = layout;
        this.random = random;
        this.truth = truth;
        periods = new EnumMap<>(Incident.class);
        periods.putAll(incidents.periods());
        periods.forEach((kind, period) -> waits.put(kind, period * random.nextDouble()));
    }

    void step(double seconds, long millis, Traffic traffic, Crowd crowd, Ids ids) {
        if (millis < FILLS) {
            return;
        }
        for (Map.Entry<Incident, Double> entry : periods.entrySet()) {
            Incident kind = entry.getKey();
            Act act = acts.get(kind);
            if (act == null) {
                act = next(kind, entry.getValue(), seconds);
            }
            if (act != null && !act.step(situation(act, seconds, millis, traffic, crowd, ids))) {
                acts.remove(kind);
            }
        }
    }

    private @Nullable Act next(Incident kind, double period, double seconds) {
        double wait = waits.merge(kind, -seconds, Double::sum);
        if (wait > 0) {
            return null;
        }
        waits.put(kind, period * random.nextDouble(0.5, 1.5));
        Act act = create(kind, Math.min(1, period / 120));
        acts.put(kind, act);
        return act;
    }

    /**
     * Makes an act.
     *
     * @param length how long those last that have a length: 1 as long as usual; shorter when they come often
     */
    private Act create(Incident kind, double length) {
        return switch (kind) {
            case RED_LIGHT -> new RedLight(false);
            case COLLISION_COURSE -> new RedLight(true);
            case WRONG_WAY -> new WrongWay();
            case BREAKDOWN -> new Breakdown(Math.max(18, length * random.nextDouble(30, 60)));
            case SPEEDER -> new Speeder();
            case SLOW_VEHICLE -> new SlowVehicle();
            case JAYWALKER -> new Jaywalker();
            case CONGESTION -> new Congestion(Math.max(75, length * random.nextDouble(100, 180)));
            case DEBRIS -> new Debris(Math.max(15, length * random.nextDouble(30, 90)));
        };
    }

    private Situation situation(Act act, double seconds, long millis, Traffic traffic, Crowd crowd, Ids ids) {
        return new Situation(
                seconds,
                millis,
                layout,
                traffic,
                crowd,
                ids,
                truth,
                random,
                lane -> others(act).anyMatch(other -> other.holds(lane)),
                others(act).noneMatch(Act::disturbs));
    }

    private Stream<Act> others(Act act) {
        return acts.values().stream().filter(other -> other != act);
    }

    /** Whether nobody else may drive into a lane. */
    boolean holds(RoadLane lane) {
        for (Act act : acts.values()) {
            if (act.holds(lane)) {
                return true;
            }
        }
        return false;
    }

    double gap(Vehicle vehicle) {
        double gap = Double.POSITIVE_INFINITY;
        for (Act act : acts.values()) {
            gap = Math.min(gap, act.gap(vehicle));
        }
        return gap;
    }

    double limit(Vehicle vehicle) {
        double limit = Double.POSITIVE_INFINITY;
        for (Act act : acts.values()) {
            limit = Math.min(limit, act.limit(vehicle));
        }
        return limit;
    }

    Stream<Body> bodies() {
        return acts.values().stream().flatMap(Act::bodies);
    }
}
