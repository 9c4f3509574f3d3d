package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.road.RoadUserType;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.Manoeuvre;
import io.verge.testkit.Crossing;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RouteGuessTest {
    private final RoadNet net = RoadNet.of(Crossing.map());

    /** On lane 12 of the north arm, so far before the stop line. */
    private static RoadUser approaching(double before, double speed) {
        RoadUser car = Users.car(-7, 20 + before, 180, speed);
        return Users.on(new LaneMatch(12, 130 - before, 0, 1), car);
    }

    private double probability(List<RouteGuess.Option> options, Manoeuvre manoeuvre) {
        return options.stream()
                .filter(option -> option.route().connection().manoeuvre() == manoeuvre)
                .mapToDouble(RouteGuess.Option::probability)
                .sum();
    }

    @Test
    void expectsMostToGoStraightOnWhenFarAway() {
        List<RouteGuess.Option> options = RouteGuess.of(net, approaching(100, 10));
        assertThat(options).hasSize(2);
        assertThat(probability(options, Manoeuvre.STRAIGHT)).isEqualTo(0.75, within(0.01));
        assertThat(options.get(0).along()).isEqualTo(30);
    }

    @Test
    void knowsTheOnlyWayOfALane() {
        RoadUser car = Users.on(new LaneMatch(11, 100, 0.2, 1), Users.car(-3.3, 50, 180, 10));
        assertThat(RouteGuess.of(net, car)).singleElement().satisfies(option -> {
            assertThat(option.probability()).isEqualTo(1);
            assertThat(option.across()).isEqualTo(0.2);
            assertThat(option.route().connection().manoeuvre()).isEqualTo(Manoeuvre.LEFT);
        });
    }

    /** Between lanes 12 and 11, where its match says 12. */
    @Test
    void whoIsAtTheEdgeOfItsLaneMayBeOnTheNext() {
        RoadUser car = Users.on(new LaneMatch(12, 100, -1.7, 1), Users.car(-5.3, 50, 180, 10));
        assertThat(RouteGuess.of(net, car))
                .extracting(option -> option.route().from().id())
                .contains(11, 12);
    }

    /** Nearly three metres outside of the drawn curve, as those are who turn late and sharply. */
    @Test
    void whoTurnsBesideTheDrawnCurveIsStillOnIt() {
        Route right = net.routesFrom(12).get(1);
        double along = (right.stopLine() + right.exit()) / 2;
        double heading = right.path().headingAt(along);
        double radians = Math.toRadians(heading);
        RoadUser car = Users.car(
                right.path().eastAt(along) - 2.9 * Math.cos(radians),
                right.path().northAt(along) + 2.9 * Math.sin(radians),
                heading,
                6);
        assertThat(RouteGuess.of(net, car, 30).get(0).route()).isEqualTo(right);
    }

    @Test
    void expectsNoTurnOfWhoIsTooFastForIt() {
        assertThat(probability(RouteGuess.of(net, approaching(10, 16)), Manoeuvre.STRAIGHT))
                .isGreaterThan(0.95);
    }

    @Test
    void seesATurnBySlownessNeitherWay() {
        assertThat(probability(RouteGuess.of(net, approaching(2, 4)), Manoeuvre.STRAIGHT))
                .isBetween(0.6, 0.8);
    }

    @Test
    void believesTheTurnRateAtTheStopLine() {
        List<RouteGuess.Option> options = RouteGuess.of(net, approaching(0, 6), 24);
        assertThat(probability(options, Manoeuvre.RIGHT)).isGreaterThan(0.5);
        options = RouteGuess.of(net, approaching(0, 6), 0);
        assertThat(probability(options, Manoeuvre.STRAIGHT)).isGreaterThan(0.8);
    }

    /** Driving each route over the crossing, it is the likeliest from half way on. */
    @Test
    void recognisesEachRouteOnTheCrossing() {
        for (Route route : net.routes()) {
            for (double share = 0.5; share < 1; share += 0.1) {
                double along = route.stopLine() + share * (route.exit() - route.stopLine());
                RoadUser car = Users.car(
                        route.path().eastAt(along),
                        route.path().northAt(along),
                        route.path().headingAt(along),
                        6);
                RouteGuess.Option best = RouteGuess.of(net, car).get(0);
                assertThat(best.route().to().id()).isEqualTo(route.to().id());
                if (share < 0.75) {
                    assertThat(best.route()).isEqualTo(route);
                }
                assertThat(best.probability()).isGreaterThan(0.5);
            }
        }
    }

    @Test
    void takesOneRouteForAllOnAnEgressLane() {
        RoadUser car = Users.on(new LaneMatch(25, 30, 0, 1), Users.car(50, -3.5, 90, 10));
        assertThat(RouteGuess.of(net, car)).singleElement().satisfies(option -> {
            assertThat(option.along()).isEqualTo(option.route().exit() + 30);
            assertThat(option.probability()).isEqualTo(1);
        });
    }

    @Test
    void guessesNothingForWhoDrivesTheWrongWay() {
        RoadUser ghost = Users.on(new LaneMatch(12, 30, 0, 1), Users.car(-7, 120, 0, 10));
        assertThat(RouteGuess.of(net, ghost)).isEmpty();
    }

    @Test
    void guessesNothingOffTheRoad() {
        assertThat(RouteGuess.of(net, Users.car(60, 60, 0, 10))).isEmpty();
        assertThat(RouteGuess.of(net, Users.car(5000, 0, 90, 10))).isEmpty();
        assertThat(RouteGuess.of(net, Users.car(Double.NaN, 0, 90, 10))).isEmpty();
        RoadUser cyclist = Users.user(RoadUserType.BICYCLE, 0, 0, 0, 4, new LaneMatch(13, 10, 0, 1));
        assertThat(RouteGuess.of(net, cyclist)).isEmpty();
    }

    @Test
    void guessesByPlaceWhenTheMatchedLaneIsNotOnTheMap() {
        RoadUser car = Users.on(new LaneMatch(250, 1, 0, 1), Users.car(-7, 60, 180, 10));
        assertThat(RouteGuess.of(net, car)).hasSize(2);
    }

    @Property
    void givesProbabilitiesThatMakeOne(
            @ForAll @DoubleRange(min = -60, max = 60) double east,
            @ForAll @DoubleRange(min = -60, max = 60) double north,
            @ForAll @DoubleRange(min = 0, max = 360) double heading,
            @ForAll @DoubleRange(min = 0, max = 50) double speed) {
        List<RouteGuess.Option> options = RouteGuess.of(net, Users.car(east, north, heading, speed));
        double sum =
                options.stream().mapToDouble(RouteGuess.Option::probability).sum();
        assertThat(sum).isEqualTo(options.isEmpty() ? 0 : 1, within(1e-9));
    }
}
