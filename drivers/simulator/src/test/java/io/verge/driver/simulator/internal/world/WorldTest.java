package io.verge.driver.simulator.internal.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @EnumSource(Incident.class)
    void eachIncidentHappensWithinHalfAnHourWhenItIsToHappenEachMinute(Incident kind) {
        World world = new World(layout, 24, 12, Incidents.of(60, kind), new SplittableRandom(1));
        after(world, 30 * MINUTE);
        assertThat(world.truth().happenings())
                .isNotEmpty()
                .allMatch(happening -> happening.kind() == kind || happening.kind() == Incident.RED_LIGHT);
    }

    @Test
    void nothingHappensInNormalTraffic() {
        World world = new World(layout, 24, 12, Incidents.NONE, new SplittableRandom(1));
        after(world, 10 * MINUTE);
        assertThat(world.truth().happenings()).isEmpty();
    }

    @Test
    void nobodyIsCaughtInAJamForever() {
        World world = world(2);
        after(world, 30 * MINUTE);
        assertThat(world.bodies()).allMatch(body -> body.id() > 300);
    }

    @Test
    void whoIsOnACollisionCourseComesNearAndDoesNotTouch() {
        World world = new World(layout, 24, 12, Incidents.of(60, Incident.COLLISION_COURSE), new SplittableRandom(3));
        after(world, 20 * MINUTE);
        assertThat(world.truth().happenings().stream()
                        .filter(happening -> happening.kind() == Incident.COLLISION_COURSE && !happening.lasts()))
                .isNotEmpty()
                .allMatch(happening -> happening.closest() < 9 && happening.closest() > 1.8);
    }

    @Test
    void anEmptyCrossingStaysEmpty() {
        assertThat(after(new World(layout, 0, 0, Incidents.NONE, new SplittableRandom(1)), 3 * MINUTE))
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
        List<Body> bodies = after(normal(3), 2 * MINUTE);
        assertThat(bodies.stream().filter(body -> body.type().motorised())).hasSizeBetween(16, 26);
    }

    @Test
    void trafficFlowsOnAllWays() {
        World world = normal(8);
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
        World world = normal(4);
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

    private World normal(long seed) {
        return new World(layout, 24, 12, Incidents.NONE, new SplittableRandom(seed));
    }

    /** One in which each incident happens about once a minute. */
    private World world(long seed) {
        return new World(layout, 24, 12, Incidents.all(60), new SplittableRandom(seed));
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

    @Test
    void busesComeByTheirTimetableAndCrossStraightOn() {
        World world = new World(layout, 6, 0, Incidents.NONE, 20, new SplittableRandom(1));
        Set<Integer> buses = new HashSet<>();
        Set<String> ways = new HashSet<>();
        for (int step = 0; step < 5 * MINUTE; step++) {
            world.step();
            for (Course course : world.courses()) {
                if (course.body().type() == RoadUserType.BUS) {
                    buses.add(course.body().id());
                    ways.add(course.fromLane() + " to " + course.toLane());
                }
            }
        }
        assertThat(buses.size()).isGreaterThanOrEqualTo(14);
        assertThat(ways).contains("12 to 34", "22 to 44", "32 to 14", "42 to 24");
    }

    @Test
    void aCourseEndsTheNearerItComesToTheLine() {
        World world = new World(layout, 0, 0, Incidents.NONE, 1, new SplittableRandom(1));
        after(world, 40);
        double first = world.courses().get(0).ahead();
        after(world, 20);
        assertThat(world.courses().get(0).ahead()).isLessThan(first).isLessThan(110);
        assertThat(world.courses().get(0).after(0.5).ahead())
                .isLessThan(world.courses().get(0).ahead());
    }
}
