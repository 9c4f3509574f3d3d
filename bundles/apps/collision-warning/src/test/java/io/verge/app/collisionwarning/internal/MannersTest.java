package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.RoadUser;
import io.verge.api.site.Manoeuvre;
import io.verge.testkit.Crossing;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.RoutePairs;
import org.junit.jupiter.api.Test;

/** Whom the map keeps apart, who stops, and who goes first. */
class MannersTest {
    private final RoadNet net = RoadNet.of(Crossing.map());
    private final Manners manners = new Manners(Settings.of(Apps.config()), new RoutePairs(net), new Steering(net));
    private final Traffic traffic = new Traffic(Crossing.map());

    private Route route(int from, int to) {
        return net.routesFrom(from).stream()
                .filter(route -> route.to().id() == to)
                .findFirst()
                .orElseThrow();
    }

    /** On one way, so many metres before its stop line. */
    private Prediction on(Mover mover, int from, int to, double before, double speed) {
        mover.on(from, to, before).speed(speed);
        RoadUser user = traffic.scene().roadUsers().stream()
                .filter(one -> one.id() == mover.id())
                .findFirst()
                .orElseThrow();
        Prediction prediction = new Prediction(user, 50);
        prediction.fill(user, 0);
        Route route = route(from, to);
        double along = route.stopLine() - before;
        Way way = prediction.add();
        way.onRoute(new Option(route, along, 0, 1), 1, Passage.FREE, false);
        way.trajectory().along(user, route, along, 0, 0, 15);
        return prediction;
    }

    private boolean apart(Prediction a, Prediction b) {
        return manners.apart(a, a.way(0), b, b.way(0));
    }

    @Test
    void whoFollowAtOneSpeedAreApart() {
        assertThat(apart(on(traffic.car(1), 12, 35, 40, 10), on(traffic.car(2), 12, 35, 30, 9)))
                .isTrue();
    }

    @Test
    void whoComesFastFromBehindIsNot() {
        assertThat(apart(on(traffic.car(1), 12, 35, 40, 14), on(traffic.car(2), 12, 35, 30, 9)))
                .isFalse();
    }

    @Test
    void whoFollowOnOneLaneToDifferentOnesAreApart() {
        assertThat(apart(on(traffic.car(1), 12, 35, 40, 10), on(traffic.car(2), 12, 45, 30, 9)))
                .isTrue();
    }

    @Test
    void whoseWaysLieSideBySideAreApart() {
        assertThat(apart(on(traffic.car(1), 12, 35, 20, 14), on(traffic.car(2), 32, 15, 20, 5)))
                .isTrue();
    }

    @Test
    void whoseWaysCrossAreNot() {
        assertThat(apart(on(traffic.car(1), 12, 35, 20, 10), on(traffic.car(2), 22, 45, 20, 10)))
                .isFalse();
    }

    @Test
    void twoCarsAbreastOnOneLaneAreOneSeenTwice() {
        assertThat(apart(on(traffic.car(1), 12, 35, 20, 10), on(traffic.car(2), 12, 45, 18, 4)))
                .isTrue();
    }

    @Test
    void aCyclistBesideACarThatTurnsIsNotApart() {
        assertThat(apart(on(traffic.cyclist(1), 12, 35, 20, 6), on(traffic.car(2), 12, 45, 19, 7)))
                .isFalse();
    }

    @Test
    void whoCanStopComfortablyStops() {
        assertThat(manners.stops(2.9, 0)).isTrue();
        assertThat(manners.stops(3.1, 0)).isFalse();
    }

    @Test
    void whoBrakesWithHalfOfWhatItNeedsManages() {
        assertThat(Manners.manages(6, 3)).isTrue();
        assertThat(Manners.manages(6, 2.9)).isFalse();
    }

    @Test
    void nobodyManagesMoreThanBrakesGive() {
        assertThat(Manners.manages(7.6, 7.6)).isFalse();
    }

    @Test
    void straightOnGoesFirstThenRightThenLeft() {
        assertThat(Manners.rank(Manoeuvre.STRAIGHT)).isGreaterThan(Manners.rank(Manoeuvre.RIGHT));
        assertThat(Manners.rank(Manoeuvre.RIGHT)).isGreaterThan(Manners.rank(Manoeuvre.LEFT));
        assertThat(Manners.rank(Manoeuvre.LEFT)).isGreaterThan(Manners.rank(Manoeuvre.U_TURN));
    }
}
