package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How motion changes, from scene to scene. */
class TrendsTest {
    private final Traffic traffic = new Traffic(Crossing.map());
    private final Trends trends = new Trends();

    private void look(int scenes) {
        for (int i = 0; i < scenes; i++) {
            trends.update(traffic.scene());
            traffic.step();
        }
    }

    @Test
    void brakingIsSeen() {
        traffic.car(1).on(12, 35, 100).speed(14).accelerate(-3);
        look(10);
        assertThat(trends.acceleration(1)).isCloseTo(-3, within(0.01));
        assertThat(trends.braking(1)).isCloseTo(3, within(0.01));
    }

    @Test
    void brakingIsSeenSoonerThanTheCalmAccelerationTells() {
        Mover car = traffic.car(1).on(12, 35, 100).speed(14);
        look(10);
        car.accelerate(-4);
        look(3);
        assertThat(trends.braking(1)).isGreaterThan(-trends.acceleration(1));
    }

    @Test
    void whoAcceleratesDoesNotBrake() {
        traffic.car(1).on(12, 35, 100).speed(5).accelerate(2);
        look(10);
        assertThat(trends.braking(1)).isZero();
    }

    @Test
    void aTurnThroughNorthIsNoJump() {
        for (int i = 0; i < 8; i++) {
            traffic.car(1).at(0, 0, 356 + i).speed(5);
            look(1);
        }
        assertThat(trends.turnRate(1)).isCloseTo(10, within(0.01));
    }

    @Test
    void aFewLooksSayNothing() {
        traffic.car(1).on(12, 35, 100).speed(14).accelerate(-3);
        look(3);
        assertThat(trends.acceleration(1)).isZero();
        assertThat(trends.turnRate(1)).isNaN();
    }

    @Test
    void whoWasAwayBeginsAnew() {
        traffic.car(1).on(12, 35, 100).speed(14).accelerate(-3);
        look(10);
        traffic.remove(1);
        look(1);
        traffic.car(1).on(12, 35, 100).speed(2);
        look(4);
        assertThat(trends.braking(1)).isZero();
    }

    @Test
    void whenTimeRunsBackwardsAllIsForgotten() {
        traffic.car(1).on(12, 35, 100).speed(14).accelerate(-3);
        look(10);
        Traffic again = new Traffic(Crossing.map());
        again.car(1).on(12, 35, 100).speed(14);
        trends.update(again.scene());
        assertThat(trends.acceleration(1)).isZero();
    }

    @Test
    void theSameLookManyTimesIsOneLook() {
        traffic.car(1).on(12, 35, 100).speed(14);
        RoadUser user = traffic.scene().roadUsers().get(0);
        trends.update(traffic.scene(List.of(user, user, user, user, user)));
        assertThat(trends.acceleration(1)).isZero();
    }
}
