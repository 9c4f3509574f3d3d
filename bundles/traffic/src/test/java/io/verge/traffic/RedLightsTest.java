package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.testkit.Crossing;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;
import io.verge.traffic.RedLights.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every arrow of its drawing. */
class RedLightsTest {
    private final Traffic traffic = new Traffic(Crossing.map()).signal(2, SignalPhase.STOP_AND_REMAIN);
    private final RoadNet net = RoadNet.of(Crossing.map());
    private final Trends trends = new Trends();
    private final RedLights redLights =
            new RedLights(new Signals(Duration.ofMillis(500)), trends, new StoppingHabits(4, 6), 1);
    private final Mover car = traffic.car(1).on(12, 35, 60).speed(14);

    private Verdict look() {
        Scene scene = traffic.scene();
        trends.update(scene);
        redLights.begin(scene);
        for (RoadUser user : scene.roadUsers()) {
            redLights.look(scene, user, RouteGuess.of(net, user));
        }
        traffic.step();
        return redLights.of(1);
    }

    private Verdict lookUntil(double before) {
        Verdict verdict = look();
        while (car.toStopLine() > before) {
            verdict = look();
        }
        return verdict;
    }

    @Test
    void farFromTheLineEverybodyObeys() {
        assertThat(lookUntil(30)).isEqualTo(Verdict.OBEYS);
    }

    @Test
    void whoDoesNotBrakeInTimeWillNotStop() {
        assertThat(lookUntil(8)).isEqualTo(Verdict.WILL_NOT_STOP);
    }

    @Test
    void whoBrakesAfterAllObeys() {
        lookUntil(8);
        car.accelerate(-7);
        look();
        look();
        look();
        assertThat(look()).isEqualTo(Verdict.OBEYS);
    }

    @Test
    void whoIsOverTheLineOnRedHasPassed() {
        assertThat(lookUntil(-4)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void whoThenStopsObeys() {
        lookUntil(-4);
        car.speed(0);
        assertThat(look()).isEqualTo(Verdict.OBEYS);
    }

    /** The red ends nobody's violation, nor does a green far behind it: the crossing does. */
    @Test
    void whoHasLeftTheCrossingObeys() {
        assertThat(lookUntil(-35)).isEqualTo(Verdict.PASSED);
        assertThat(lookUntil(-60)).isEqualTo(Verdict.OBEYS);
    }

    @Test
    void whoArrivesJustAfterRedBeganPassesOnTheEndOfYellow() {
        traffic.signal(2, SignalPhase.PROTECTED_MOVEMENT);
        lookUntil(2.25 + 14);
        traffic.signal(2, SignalPhase.PROTECTED_CLEARANCE, 0.95);
        assertThat(lookUntil(3)).isEqualTo(Verdict.OBEYS);
    }

    @Test
    void whoArrivesAFifthOfASecondIntoRedWillNotStop() {
        traffic.signal(2, SignalPhase.PROTECTED_MOVEMENT);
        lookUntil(2.25 + 14);
        traffic.signal(2, SignalPhase.PROTECTED_CLEARANCE, 0.7);
        assertThat(lookUntil(5)).isEqualTo(Verdict.WILL_NOT_STOP);
    }

    @Test
    void whoIsOutOfSightIsForgotten() {
        lookUntil(-4);
        traffic.remove(1);
        for (int i = 0; i < 62; i++) {
            look();
        }
        assertThat(redLights.of(1)).isEqualTo(Verdict.OBEYS);
    }

    @Test
    void whoHasGreenPassesAsHeLikes() {
        traffic.signal(2, SignalPhase.PROTECTED_MOVEMENT);
        assertThat(lookUntil(-4)).isEqualTo(Verdict.OBEYS);
    }
}
