package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.driver.simulator.internal.world.Body;
import io.verge.driver.simulator.internal.world.Pose;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RadarModelTest {
    /** At the origin, six metres up, looking north. */
    private final View view = new View(new Mount(new Position(0, 0, 6), 0, 0), 120, 70);

    private final RadarModel radar = new RadarModel(view, new SplittableRandom(1));

    @Test
    void aTruckGivesMorePointsThanSomeoneOnFoot() {
        long truck = points(body(RoadUserType.TRUCK, 9, 2.5, 0, 40, 180, 10)).count();
        long walker =
                points(body(RoadUserType.PEDESTRIAN, 0.5, 0.5, 0, 40, 180, 1.4)).count();
        assertThat(truck).isGreaterThan(3 * walker);
    }

    @Test
    void pointsOfACarThatComesAreOnItsFront() {
        double forward =
                mean(points(body(RoadUserType.CAR, 4.6, 1.8, 0, 40, 180, 10)).map(Reflection::y));
        assertThat(forward).isCloseTo(40 - 2.3, within(0.3));
    }

    @Test
    void whoComesHasANegativeDoppler() {
        double doppler =
                mean(points(body(RoadUserType.CAR, 4.6, 1.8, 0, 40, 180, 10)).map(Reflection::doppler));
        assertThat(doppler).isCloseTo(-10, within(0.4));
    }

    @Test
    void whoIsOnTheRightHasAPositiveX() {
        double right =
                mean(points(body(RoadUserType.CAR, 4.6, 1.8, 20, 30, 180, 10)).map(Reflection::x));
        assertThat(right).isCloseTo(20, within(1.0));
    }

    @Test
    void whoStandsIsSeenLessOften() {
        long standing = points(body(RoadUserType.CAR, 4.6, 1.8, 0, 40, 180, 0)).count();
        long moving = points(body(RoadUserType.CAR, 4.6, 1.8, 0, 40, 180, 5)).count();
        assertThat((double) standing / moving).isBetween(0.2, 0.4);
    }

    @Test
    void whoIsOutsideTheFieldOfViewIsNotSeen() {
        assertThat(points(body(RoadUserType.BUS, 10, 2.5, 60, 10, 180, 10))).isEmpty();
    }

    @Test
    void whoIsTooFarIsNotSeen() {
        assertThat(points(body(RoadUserType.BUS, 10, 2.5, 0, 80, 180, 10))).isEmpty();
    }

    @Test
    void anEmptyRoadGivesAPointOfClutterNowAndThen() {
        long clutter = Stream.generate(() -> radar.look(List.of()))
                .limit(1000)
                .mapToLong(List::size)
                .sum();
        assertThat(clutter).isBetween(500L, 1200L);
    }

    @Test
    void aFrameIsBounded() {
        List<Body> crowd = Stream.generate(() -> body(RoadUserType.BUS, 10, 2.5, 0, 40, 180, 10))
                .limit(200)
                .toList();
        assertThat(radar.look(crowd)).hasSizeLessThanOrEqualTo(RadarModel.MAX_POINTS);
    }

    /** Of 200 looks, those near the body: the others are clutter. */
    private Stream<Reflection> points(Body body) {
        View.Sight middle = view.of(body.pose().east(), body.pose().north(), 1);
        return Stream.generate(() -> radar.look(List.of(body)))
                .limit(200)
                .flatMap(List::stream)
                .filter(point -> Math.hypot(point.x() - middle.right(), point.y() - middle.forward()) < 7)
                .filter(point -> Math.abs(point.doppler()) < 30)
                .sorted(Comparator.comparingDouble(Reflection::y));
    }

    private static double mean(Stream<Double> values) {
        return values.mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    private static Body body(
            RoadUserType type, double length, double width, double east, double north, double heading, double speed) {
        return new Body(
                1, type, new Pose(east, north, heading), speed, new Size(length, width, 1.7), Body.Conduct.LAWFUL);
    }
}
