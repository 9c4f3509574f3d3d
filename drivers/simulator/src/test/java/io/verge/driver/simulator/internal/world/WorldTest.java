package io.verge.driver.simulator.internal.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {
    private static final int MINUTE = 60_000 / World.STEP;

    private final Layout layout = new Layout();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 417, -9})
    void nobodyTouchesAnybody(long seed) {
        World world = world(seed);
        List<String> touches = new ArrayList<>();
        for (int step = 0; step < 3 * MINUTE; step++) {
            world.step();
            if (step % 4 == 0) {
                touches.addAll(touching(world));
            }
        }
        assertThat(touches).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onlyRunnersPassAtRed(long seed) {
        List<Body> passed = passedAtRed(world(seed), 3 * MINUTE);
        assertThat(passed).allMatch(body -> body.conduct() == Body.Conduct.RED_LIGHT_RUNNER);
    }

    @Test
    void someoneRunsARedLightWithinTenMinutes() {
        assertThat(passedAtRed(world(1), 10 * MINUTE)).isNotEmpty();
    }

    @Test
    void aWrongWayDriverComesWithinTwoMinutes() {
        World world = world(1);
        boolean seen = Stream.generate(() -> {
                    world.step();
                    return world.bodies();
                })
                .limit(2 * MINUTE)
                .anyMatch(bodies -> bodies.stream().anyMatch(body -> body.conduct() == Body.Conduct.WRONG_WAY));
        assertThat(seen).isTrue();
    }

    @Test
    void anEmptyCrossingStaysEmpty() {
        assertThat(after(new World(layout, 0, 0, new SplittableRandom(1)), 3 * MINUTE))
                .isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameWorld() {
        assertThat(after(world(5), 3 * MINUTE)).isEqualTo(after(world(5), 3 * MINUTE));
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(after(world(5), MINUTE)).isNotEqualTo(after(world(6), MINUTE));
    }

    @Test
    void nearlyAsManyAsWantedAreOnTheRoad() {
        List<Body> bodies = after(world(3), 2 * MINUTE);
        assertThat(bodies.stream().filter(body -> body.type().motorised())).hasSizeBetween(16, 26);
    }

    @Test
    void trafficFlowsOnAllWays() {
        World world = world(8);
        Map<Integer, Integer> arrivals = new TreeMap<>();
        for (int step = 0; step < 8 * MINUTE; step++) {
            world.step();
            for (Body body : world.bodies()) {
                arrivals.putIfAbsent(body.id(), step);
            }
        }
        long oldest = world.bodies().stream()
                .mapToLong(body -> 8L * MINUTE - arrivals.getOrDefault(body.id(), 0))
                .max()
                .orElse(0);
        assertThat(oldest).as("steps that the oldest has been on the road").isLessThan(4 * MINUTE);
    }

    @Test
    void thoseOnFootAreOffTheRoadWhenTheTrafficAcrossMoves() {
        World world = world(4);
        long most = 0;
        for (int step = 0; step < 3 * MINUTE; step++) {
            world.step();
            long onRoad = world.bodies().stream()
                    .filter(body -> body.type() == RoadUserType.PEDESTRIAN)
                    .filter(body -> Math.abs(body.pose().east()) < Layout.KERB - 2
                            && Math.abs(body.pose().north()) < Layout.LINE)
                    .filter(body -> SignalPlan.vehicles(1, world.millis()).colour() == SignalPlan.Colour.GREEN)
                    .filter(body -> SignalPlan.vehicles(1, world.millis()).left() < 19_000)
                    .count();
            most = Math.max(most, onRoad);
        }
        assertThat(most).as("people before moving traffic").isZero();
    }

    private World world(long seed) {
        return new World(layout, 24, 12, new SplittableRandom(seed));
    }

    private static List<Body> after(World world, int steps) {
        for (int step = 0; step < steps; step++) {
            world.step();
        }
        return world.bodies();
    }

    private static List<String> touching(World world) {
        List<Body> bodies = world.bodies();
        List<String> touches = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            for (int j = i + 1; j < bodies.size(); j++) {
                if (bodies.get(i).overlaps(bodies.get(j))) {
                    touches.add(world.millis() + ": " + bodies.get(i) + " and " + bodies.get(j));
                }
            }
        }
        return touches;
    }

    /** Who comes over a stop line while it is red there. */
    private List<Body> passedAtRed(World world, int steps) {
        List<Body> passed = new ArrayList<>();
        Map<Integer, Integer> before = new TreeMap<>();
        for (int step = 0; step < steps; step++) {
            world.step();
            for (Body body : world.bodies()) {
                int arm = armBefore(body);
                Integer last = arm == 0 ? before.remove(body.id()) : before.put(body.id(), arm);
                if (arm == 0
                        && last != null
                        && SignalPlan.vehicles(last, world.millis()).colour() == SignalPlan.Colour.RED) {
                    passed.add(body);
                }
            }
        }
        return passed;
    }

    /** The arm on which a lawful driver is whose front is before the stop line; 0 when there is none. */
    private int armBefore(Body body) {
        if (!body.type().motorised() || body.conduct() == Body.Conduct.WRONG_WAY) {
            return 0;
        }
        Pose front = body.pose().moved(body.size().length() / 2, 0);
        for (RoadLane lane : layout.lanes()) {
            Pose line = lane.path().end();
            double ahead = (line.east() - front.east()) * Math.sin(Math.toRadians(line.heading()))
                    + (line.north() - front.north()) * Math.cos(Math.toRadians(line.heading()));
            double aside = (line.east() - front.east()) * Math.cos(Math.toRadians(line.heading()))
                    - (line.north() - front.north()) * Math.sin(Math.toRadians(line.heading()));
            if (lane.ingress() && ahead > 0 && ahead < Layout.EDGE && Math.abs(aside) < 1) {
                return lane.arm();
            }
        }
        return 0;
    }
}
