package io.verge.app.redlightwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.app.Need;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.signal.SignalPhase;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.testkit.Crossing;
import io.verge.testkit.Heard;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of whom it warns, and whom it does not suspect. A car is 4.5 m long: its front is 2.25 m ahead of its centre. */
class RedLightWarningTest {
    private static final SignalPhase RED = SignalPhase.STOP_AND_REMAIN;
    private static final SignalPhase YELLOW = SignalPhase.PROTECTED_CLEARANCE;
    private static final SignalPhase GREEN = SignalPhase.PROTECTED_MOVEMENT;

    private final Traffic traffic = new Traffic(Crossing.map());
    private RedLightWarningApp app = app(Crossing.map());
    private final Heard heard = new Heard();

    @RedLightWarningConfig(id = "red-light-warning")
    private static final class Defaults {}

    private static RedLightWarningApp app(SiteMap map) {
        return new RedLightWarningApp(
                Objects.requireNonNull(Defaults.class.getAnnotation(RedLightWarningConfig.class)), Crossing.site(map));
    }

    /** Group 2. */
    private Mover fromNorth(double before, double speed) {
        return traffic.car(1).on(12, 35, before).speed(speed);
    }

    private void run(double seconds) {
        traffic.run(app, heard, seconds);
    }

    /** Comes at this speed and begins to brake so many metres before the stop line. */
    private void brakesBefore(Mover car, double metres, double deceleration) {
        while (car.toStopLine() - 2.25 > metres) {
            run(0.1);
        }
        car.accelerate(-deceleration);
        run(6);
    }

    @Test
    void whoDoesNotBrakeForRedIsWarnedOfBeforeItIsThere() {
        traffic.signal(2, RED);
        Mover car = fromNorth(60, 14);
        while (car.toStopLine() > 2.25) {
            run(0.1);
        }
        assertThat(heard.begun()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(RoadEvent.Kind.RED_LIGHT_VIOLATION);
            assertThat(event.roadUsers()).containsExactly(1);
            assertThat(event.position().north()).isEqualTo(20);
        });
    }

    @Test
    void theWarningNamesTheLanesThatHaveToTakeCare() {
        traffic.signal(2, RED);
        fromNorth(60, 14);
        run(4);
        assertThat(heard.begun().get(0).lanes()).containsExactly(22);
    }

    @Test
    void theWarningSaysWhenTheLineIsCrossed() {
        traffic.signal(2, RED);
        fromNorth(60 + 2.25, 15);
        run(4.5);
        EventAnnouncement first = heard.events().get(0);
        assertThat(first.event().expected()).isBetween(traffic.later(-0.55), traffic.later(-0.45));
    }

    @Test
    void isRepeatedTenTimesASecondWhileItLasts() {
        traffic.signal(2, RED);
        fromNorth(60, 14);
        run(4);
        heard.forget();
        run(1);
        assertThat(heard.events(Phase.UPDATE)).hasSize(10);
    }

    @Test
    void endsWhenTheViolatorIsAwayAndSaysSoThreeTimes() {
        traffic.signal(2, RED);
        fromNorth(60, 14);
        run(4.5);
        traffic.remove(1);
        run(2);
        assertThat(heard.active()).isEmpty();
        assertThat(heard.events(Phase.CANCEL)).hasSize(3);
    }

    @Test
    void whoBrakesComfortablyIsNotSuspected() {
        traffic.signal(2, RED);
        brakesBefore(fromNorth(80, 14), 34, 3);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoBrakesLateButHardIsNotSuspected() {
        traffic.signal(2, RED);
        brakesBefore(fromNorth(80, 14), 20.5, 5);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoBrakesAfterAllIsNoLongerWarnedOf() {
        traffic.signal(2, RED);
        brakesBefore(fromNorth(80, 14), 14, 7.5);
        assertThat(heard.begun()).hasSize(1);
        assertThat(heard.active()).isEmpty();
    }

    @Test
    void whoPassesOnGreenIsNotSuspected() {
        traffic.signal(2, GREEN);
        fromNorth(60, 14);
        run(6);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoCannotStopOnYellowAndPassesIsNotSuspected() {
        traffic.signal(2, GREEN);
        fromNorth(60, 14);
        run(2.5);
        traffic.signal(2, YELLOW, 3);
        run(3);
        traffic.signal(2, RED);
        run(2);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoWillPassAfterTheEndOfYellowIsWarnedOf() {
        traffic.signal(2, YELLOW, 1);
        fromNorth(42, 14);
        run(2.5);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void whoPassesInTheVeryMomentOfRedIsNotSuspected() {
        traffic.signal(2, YELLOW);
        fromNorth(5, 14);
        run(0.1);
        traffic.signal(2, RED);
        run(2);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoRollsUpToARedThatIsGreenWhenItArrivesIsNotSuspected() {
        traffic.signal(2, RED, 1.5);
        fromNorth(35, 14);
        run(1.5);
        traffic.signal(2, GREEN);
        run(3);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoStartsFromTheLineOnRedIsWarnedOf() {
        traffic.signal(2, RED);
        Mover car = fromNorth(4, 0);
        run(1);
        car.accelerate(2.5);
        run(3);
        assertThat(heard.begun()).hasSize(1);
        assertThat(heard.begun().get(0).expected()).isNull();
    }

    @Test
    void whoWaitsALittleBeyondTheLineAndGoesOnGreenIsNotSuspected() {
        traffic.signal(2, RED);
        Mover car = fromNorth(1.5, 0);
        run(2);
        traffic.signal(2, GREEN);
        car.accelerate(2.5);
        run(4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoCreepsToTheLineIsNotSuspected() {
        traffic.signal(2, RED);
        brakesBefore(fromNorth(10, 2), 0.3, 4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoMayTurnRightWithoutSignalIsNotSuspected() {
        app = app(rightTurnWithoutSignal());
        traffic.signal(2, RED);
        traffic.car(1).on(12, 45, 60).speed(7);
        run(12);
        assertThat(heard.events()).isEmpty();
    }

    /** The right turns of lane 12 are ruled by nobody. */
    private static SiteMap rightTurnWithoutSignal() {
        SiteMap map = Crossing.map();
        List<Lane> lanes = new ArrayList<>(map.lanes());
        lanes.replaceAll(lane -> lane.id() == 12 ? freeRight(lane) : lane);
        return new SiteMap(
                map.region(),
                map.id(),
                map.name(),
                map.revision(),
                map.approaches(),
                lanes,
                map.crosswalks(),
                map.conflicts());
    }

    private static Lane freeRight(Lane lane) {
        Connection right = lane.connections().get(1);
        return new Lane(
                lane.id(),
                lane.approach(),
                lane.use(),
                lane.ingress(),
                lane.width(),
                lane.speedLimit(),
                lane.centreLine(),
                List.of(lane.connections().get(0), new Connection(right.toLane(), right.manoeuvre(), null)));
    }

    @Test
    void saysNothingWhenTheControllerIsSilent() {
        traffic.signal(2, RED);
        traffic.silenceSignals();
        fromNorth(100, 14);
        run(8);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void saysNothingOfFlashingSignals() {
        traffic.signal(2, SignalPhase.STOP_THEN_PROCEED);
        fromNorth(60, 14);
        run(6);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void oneThatOnlySaysItselfWhereItIsRaisesNoWarning() {
        traffic.signal(2, RED);
        fromNorth(60, 14).seenBy(SensorKind.SELF_REPORT);
        run(6);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void withNoisySensorsNormalStopsAreNotSuspected() {
        traffic.noise(1, 0.3, 0.3).signal(2, RED);
        brakesBefore(fromNorth(80, 14), 34, 3);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void withNoisySensorsAViolatorIsFound() {
        traffic.noise(1, 0.3, 0.3).signal(2, RED);
        fromNorth(80, 14);
        run(7);
        assertThat(heard.begun()).isNotEmpty();
    }

    @Test
    void impossibleMotionIsPassedOver() {
        traffic.signal(2, RED);
        for (double bad : List.of(Double.NaN, Double.POSITIVE_INFINITY, 1e12)) {
            Motion motion = new Motion(
                    new Position(bad, -bad, 0),
                    new Velocity(bad, bad),
                    bad,
                    Covariance.round(bad),
                    Covariance.round(bad));
            RoadUser user = new RoadUser(
                    7,
                    RoadUserType.CAR,
                    1,
                    motion,
                    null,
                    null,
                    Set.of(SensorKind.RADAR, SensorKind.CAMERA),
                    traffic.now(),
                    null);
            app.onScene(traffic.scene(List.of(user, user)), heard);
            traffic.step();
        }
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whenTimeRunsBackwardsItGoesOn() {
        Traffic before = new Traffic(Crossing.map());
        for (int i = 0; i < 600; i++) {
            before.step();
        }
        before.run(app, heard, 1);
        traffic.signal(2, RED);
        fromNorth(60, 14);
        run(4);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void withoutAMapItSaysWhatItNeedsAndNothingElse() {
        assertThat(app.needs()).contains(Need.MAP, Need.SIGNALS, Need.ROAD_USERS);
    }

    @Test
    void theWarningIsBelievedForASecond() {
        traffic.signal(2, RED);
        fromNorth(60, 14);
        run(4);
        assertThat(heard.begun().get(0).validity()).isEqualTo(Duration.ofSeconds(1));
    }
}
