package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.Motion;
import io.verge.testkit.Crossing;
import io.verge.testkit.Traffic;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import io.verge.traffic.RouteGuess.Option;
import org.junit.jupiter.api.Test;

/** What a body on wheels can do. */
class SteeringTest {
    private final RoadNet net = RoadNet.of(Crossing.map());
    private final Steering steering = new Steering(net);
    private final Traffic traffic = new Traffic(Crossing.map());

    private Motion at(double speed) {
        traffic.car(1).at(0, 0, 90).speed(speed);
        return traffic.scene().roadUsers().get(0).motion();
    }

    /** Whether one from the north that drives straight on, so many metres beyond its line, may yet turn off. */
    private boolean mayTurnOff(double beyond, double speed) {
        traffic.car(1).on(12, 35, -beyond).speed(speed);
        Route straight = net.routesFrom(12).stream()
                .filter(route -> route.to().id() == 35)
                .findFirst()
                .orElseThrow();
        Motion motion = traffic.scene().roadUsers().get(0).motion();
        return steering.mayTurnOff(motion, new Option(straight, straight.stopLine() + beyond, 0, 1));
    }

    @Test
    void aCarTurnsInACircleOfSomeMetres() {
        assertThat(Steering.possible(at(5), 50)).isTrue();
    }

    @Test
    void nothingOnWheelsTurnsOnTheSpot() {
        assertThat(Steering.possible(at(1.5), 200)).isFalse();
    }

    @Test
    void tyresDoNotHoldASharpTurnAtSpeed() {
        assertThat(Steering.possible(at(14), 60)).isFalse();
    }

    @Test
    void ofOneWhoStandsTheDirectionSaysNothing() {
        assertThat(Steering.possible(at(0.3), 300)).isTrue();
    }

    @Test
    void anUnknownTurnRateSpeaksAgainstNobody() {
        assertThat(Steering.possible(at(5), Double.NaN)).isTrue();
    }

    @Test
    void whoDrivesSlowlyOntoTheCrossingMayYetTurnOff() {
        assertThat(mayTurnOff(2, 5)).isTrue();
    }

    @Test
    void whoIsFasterThanDriversTurnMayNot() {
        assertThat(mayTurnOff(2, 12)).isFalse();
    }

    @Test
    void whoIsPastTheOtherWaysMayNot() {
        assertThat(mayTurnOff(35, 5)).isFalse();
    }
}
