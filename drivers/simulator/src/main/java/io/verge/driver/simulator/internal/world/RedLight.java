package io.verge.driver.simulator.internal.world;

import io.verge.driver.simulator.internal.world.SignalPlan.Colour;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Someone drives on at red. Everyone else sees it in time and waits, but for the other of a collision course, who has green, goes
 * on at an even speed and brakes in the last moment.
 */
final class RedLight implements Act {
    /** How long before they would touch the other brakes, seconds, and how hard, m/s². */
    private static final double LATE = 1.25;

    private static final double BRAKING = 7.5;
    private static final double OTHER_SPEED = 13;
    /** Slower than this on a way that crosses they would not be gone in time, m/s. */
    private static final double SLOW = 6;

    private final boolean meets;
    private @Nullable Course course;
    private double patience;
    private double runnerSpeed = 12.5;
    private @Nullable Vehicle runner;
    private @Nullable Vehicle other;
    private long began;
    private int run = -1;
    private int meeting = -1;
    private double contact = Double.POSITIVE_INFINITY;

    /** Which ways. */
    private record Course(Turn way, @Nullable Turn crossing, int quarter) {}

    /**
     * An act to come.
     *
     * @param meets whether there is another on a crossing way
     */
    RedLight(boolean meets) {
        this.meets = meets;
    }

    @Override
    public boolean step(Situation situation) {
        Vehicle car = runner;
        if (car == null) {
            prepare(situation);
            return true;
        }
        Vehicle met = other;
        if (met != null) {
            meet(situation, car, met);
        }
        passLine(situation, car);
        boolean over = car.rear() > car.behind && (met == null || met.rear() > met.behind || met.gone());
        if (over) {
            situation.truth().change(run, happening -> happening.withEnd(situation.millis()));
            situation.truth().change(meeting, happening -> happening.withEnd(situation.millis()));
        }
        return !over;
    }

    private void passLine(Situation situation, Vehicle car) {
        situation.truth().change(run, happening -> {
            boolean now = happening.conflict() == Happening.NEVER && car.front() >= car.line;
            return now ? happening.withConflict(situation.millis(), car.body().pose()) : happening;
        });
    }

    private void prepare(Situation situation) {
        patience -= situation.seconds();
        if (course == null || patience <= 0) {
            runnerSpeed = meets ? 12.5 : situation.random().nextDouble(9.5, 13.5);
            course = choose(situation);
            patience = 60;
        }
        Course chosen = course;
        if (chosen != null && window(situation, chosen, 0) && isClear(situation, chosen)) {
            begin(situation, chosen);
        }
    }

    /** The ways whose time comes first, after those who are on them have had time to leave. */
    private @Nullable Course choose(Situation situation) {
        for (double after = situation.random().nextDouble(8, 14); after < 90; after += 0.5) {
            int first = situation.random().nextInt(Layout.ARMS);
            for (int arm = 0; arm < Layout.ARMS; arm++) {
                Course possible = course(situation, (first + arm) % Layout.ARMS + 1);
                if (!situation.held().test(possible.way().from()) && window(situation, possible, after)) {
                    return possible;
                }
            }
        }
        return null;
    }

    private Course course(Situation situation, int arm) {
        int quarter = situation.random().nextBoolean() ? 1 : 3;
        Layout layout = situation.layout();
        return new Course(
                layout.straight(arm), meets ? layout.straight(Layout.neighbour(arm, quarter)) : null, quarter);
    }

    /** Whether the signals will show what is needed if they come into the world so many seconds from now. */
    private boolean window(Situation situation, Course possible, double after) {
        double way = Layout.EDGE - Layout.LINE;
        double line = after + way / runnerSpeed;
        Turn crossing = possible.crossing();
        return situation.shows(possible.way().from().arm(), Colour.RED, line - 0.8, line + 1.5)
                && (crossing == null
                        || situation.shows(
                                crossing.from().arm(), Colour.GREEN, after + 4.5, after + way / OTHER_SPEED + 0.4));
    }

    private boolean isClear(Situation situation, Course chosen) {
        Turn crossing = chosen.crossing();
        return situation.calm()
                && isClear(situation, chosen.way())
                && (crossing == null || isClear(situation, crossing))
                && situation.traffic().all().stream().noneMatch(vehicle -> vehicle.crossing() && vehicle.wish() < SLOW);
    }

    private static boolean isClear(Situation situation, Turn way) {
        return situation.isEmpty(way.from())
                && !situation.held().test(way.from())
                && !situation.held().test(way.to())
                && situation.flows(way.to())
                && situation.crowd().nobodyOnRoad(way.from().arm())
                && situation.crowd().nobodyOnRoad(way.to().arm());
    }

    private void begin(Situation situation, Course chosen) {
        Traffic traffic = situation.traffic();
        Vehicle car = traffic.enter(
                Vehicle.Kind.CAR, chosen.way(), Body.Conduct.RED_LIGHT_RUNNER, runnerSpeed, situation.ids());
        car.admit();
        runner = car;
        began = situation.millis();
        run = situation
                .truth()
                .begin(
                        Incident.RED_LIGHT,
                        began,
                        chosen.way().from().id(),
                        car.body().pose(),
                        car.id);
        Turn crossing = chosen.crossing();
        if (crossing != null) {
            Vehicle met = traffic.enter(Vehicle.Kind.CAR, crossing, Body.Conduct.LAWFUL, OTHER_SPEED, situation.ids());
            met.admit();
            other = met;
        }
    }

    private void meet(Situation situation, Vehicle car, Vehicle met) {
        Course chosen = Objects.requireNonNull(course);
        double outer = 1.5 * Layout.LANE_WIDTH;
        double sign = chosen.quarter() == 1 ? 1 : -1;
        double left = Layout.EDGE + sign * outer - met.along();
        double mine = Layout.EDGE - sign * outer - car.along();
        double seconds = left / met.speed();
        if (meeting < 0 && seconds > 0.5 && mine > 0) {
            car.wish(Math.max(8.5, Math.min(14.5, mine / (seconds - 0.15))));
        }
        if (meeting < 0 && seconds < 3 && mine > 0) {
            foresee(situation, car, met);
        }
        double rest = contact - situation.millis() / 1000.0;
        met.brake(rest < LATE && mine > -6 ? BRAKING : Double.NaN);
        double apart = Math.hypot(
                car.body().pose().east() - met.body().pose().east(),
                car.body().pose().north() - met.body().pose().north());
        situation.truth().change(meeting, happening -> happening.withClosest(apart));
    }

    /** When they would touch if both went on as they do. */
    private void foresee(Situation situation, Vehicle car, Vehicle met) {
        for (double ahead = 0; ahead < 4; ahead += 0.02) {
            Body mine = car.bodyAfter(ahead);
            if (mine.overlaps(met.bodyAfter(ahead))) {
                contact = situation.millis() / 1000.0 + ahead;
                long millis = Math.round(1000 * contact);
                meeting = situation
                        .truth()
                        .begin(Incident.COLLISION_COURSE, began, car.turn.from().id(), mine.pose(), car.id, met.id);
                situation.truth().change(meeting, happening -> happening.withConflict(millis, mine.pose()));
                return;
            }
        }
    }

    @Override
    public boolean holds(RoadLane lane) {
        Course chosen = course;
        return chosen != null
                && (holds(chosen.way(), lane) || (chosen.crossing() != null && holds(chosen.crossing(), lane)));
    }

    private static boolean holds(Turn way, RoadLane lane) {
        return way.from().id() == lane.id();
    }

    @Override
    public boolean disturbs() {
        return runner != null;
    }
}
