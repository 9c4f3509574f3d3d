package io.verge.app.pedestrianwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.signal.SignalPhase;
import io.verge.testkit.Crossing;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Of whom it warns, and what is no danger. The crosswalk of the north arm lies beyond the stop line, between 14 and 18 m north,
 * from 10 m west to 10 m east; lane 12 passes it 7 m west.
 */
class PedestrianWarningTest extends Street {
    private static final double WEST = 270;
    private static final double EAST = 90;
    private static final double NORTH = 0;

    @Test
    void someoneOnTheCrosswalkInTheWayOfACarIsWarnedOf() {
        car(40, 14);
        walker(-7, 16, WEST, 0);
        run(3);
        assertThat(heard.begun()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(RoadEvent.Kind.PEDESTRIAN_ON_ROAD);
            assertThat(event.roadUsers()).containsExactly(1, 2);
            assertThat(event.lanes()).containsExactly(12);
        });
    }

    @Test
    void theWarningComesAboutThreeSecondsBeforeTheCarIsThere() {
        car(80, 14);
        walker(-7, 16, WEST, 0);
        run(4);
        EventAnnouncement first = heard.events().get(0);
        assertThat(first.event().expected())
                .isBetween(first.time().plusMillis(2500), first.time().plusMillis(3600));
    }

    @Test
    void someoneWhoWalksIntoTheWayOfACarIsWarnedOf() {
        car(45, 14);
        walker(-12, 16, EAST, 1.5);
        run(3);
        assertThat(heard.begun()).isNotEmpty();
    }

    @Test
    void someoneWhoHasLeftTheCarsLaneIsNoReason() {
        car(45, 14);
        walker(-3, 16, EAST, 1.5);
        run(4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void someoneWhoIsThereOnlyAfterTheCarIsNoReason() {
        car(25, 14);
        walker(9, 16, WEST, 1.4);
        run(4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void someoneWhoWaitsAtTheKerbIsNoReason() {
        car(60, 14);
        walker(-10.3, 16, EAST, 0);
        run(5);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void someoneWhoWaitsAtTheKerbAndIsSeenALittleOnTheCrosswalkIsNoReason() {
        car(60, 14);
        walker(-9.7, 16, EAST, 0);
        run(5);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void someoneWhoWalksAlongTheStreetIsNoReason() {
        car(60, 14);
        walker(-12.5, 8, NORTH, 1.5);
        run(5);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aDriverWhoBrakesForThemIsNoDanger() {
        Mover car = car(60, 14);
        walker(-7, 16, WEST, 0);
        car.accelerate(-2.2);
        run(8);
        assertThat(car.speed()).isZero();
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aCarThatComesToStandAtRedIsNoDanger() {
        traffic.signal(2, SignalPhase.STOP_AND_REMAIN);
        Mover car = car(60, 14);
        walker(-9, 16, EAST, 1);
        run(1.5);
        car.accelerate(-3);
        run(6);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aCarThatDoesNotStopAtRedIsADanger() {
        traffic.signal(2, SignalPhase.STOP_AND_REMAIN);
        car(60, 14);
        walker(-7, 16, WEST, 0);
        run(5);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void aSlowCarThatCanStopIsNoDanger() {
        car(20, 5);
        walker(-7, 16, WEST, 0);
        run(1.5);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void someoneOnTheCarriagewayIsWarnedOf() {
        car(80, 14);
        walker(-7, 60, WEST, 0);
        run(3);
        assertThat(heard.begun())
                .singleElement()
                .satisfies(event -> assertThat(event.position().north()).isEqualTo(60));
    }

    @Test
    void someoneOnTheCarriagewayBehindTheCarIsNoReason() {
        car(80, 14);
        walker(-7, 110, WEST, 0);
        run(4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aCyclistInTrafficIsNoReason() {
        car(80, 12);
        traffic.cyclist(2).on(12, 35, 60).speed(5);
        run(2);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aCyclistWhoRidesOverTheCrosswalkInHisLaneIsNoReason() {
        car(30, 8);
        traffic.cyclist(2).on(12, 35, 6).speed(3);
        run(2);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void someoneWhoWaitsAtTheCornerIsNoReason() {
        car(60, 14);
        walker(-10.2, 13.5, EAST, 0);
        run(5);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aCyclistOnTheCrosswalkIsWarnedOf() {
        car(45, 14);
        traffic.cyclist(2).at(-16, 16, EAST).speed(4);
        run(3);
        assertThat(heard.begun()).isNotEmpty();
    }

    @Test
    void aCrowdOnOneCrosswalkIsOneEvent() {
        car(45, 14);
        for (int id = 10; id < 20; id++) {
            traffic.pedestrian(id).at(-7.4 + 0.1 * (id - 10), 15 + 0.2 * (id - 10), WEST);
        }
        run(3);
        assertThat(heard.begun()).hasSize(1);
        assertThat(heard.begun().get(0).roadUsers()).hasSize(11);
    }

    @Test
    void aMomentOfDangerIsNone() {
        car(45, 14);
        run(1);
        walker(-7, 16, WEST, 0);
        run(0.2);
        traffic.remove(2);
        run(2);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void theWarningOutlivesAMomentWithoutDanger() {
        car(80, 14);
        walker(-7, 16, WEST, 0);
        run(3);
        traffic.remove(2);
        run(0.3);
        walker(-7, 16, WEST, 0);
        run(0.5);
        assertThat(heard.begun()).hasSize(1);
        assertThat(heard.events(Phase.CANCEL)).isEmpty();
    }

    @Test
    void theWarningEndsWhenTheyAreAway() {
        car(80, 14);
        walker(-7, 16, WEST, 0);
        run(3);
        traffic.remove(2);
        run(2);
        assertThat(heard.active()).isEmpty();
        assertThat(heard.events(Phase.CANCEL)).hasSize(3);
    }

    @Test
    void oneThatOnlySaysItselfWhereItIsRaisesNoWarning() {
        car(40, 14).seenBy(SensorKind.SELF_REPORT);
        walker(-7, 16, WEST, 0);
        run(3);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aThousandWalkersAreBoundedWork() {
        for (int i = 0; i < 1000; i++) {
            traffic.pedestrian(100 + i)
                    .at(-9 + 0.018 * i, 14.2 + 0.0036 * i, WEST)
                    .speed(1);
        }
        for (int i = 0; i < 30; i++) {
            traffic.car(2000 + i).on(12, 35, 30 + 3 * i).speed(14);
        }
        run(2);
        assertThat(heard.active()).hasSize(1);
    }

    @Test
    void impossibleMotionIsPassedOver() {
        List<RoadUser> users = new ArrayList<>();
        for (double bad : List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1e12)) {
            for (RoadUserType type : RoadUserType.values()) {
                Motion motion = new Motion(
                        new Position(bad, bad, 0),
                        new Velocity(bad, -bad),
                        bad,
                        Covariance.round(bad),
                        Covariance.round(bad));
                users.add(new RoadUser(7, type, 1, motion, null, null, Set.of(SensorKind.RADAR), traffic.now(), null));
            }
        }
        app.onScene(traffic.scene(users), heard);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whenTimeRunsBackwardsItGoesOn() {
        Traffic later = new Traffic(Crossing.map());
        for (int i = 0; i < 600; i++) {
            later.step();
        }
        later.run(app, heard, 1);
        car(40, 14);
        walker(-7, 16, WEST, 0);
        run(3);
        assertThat(heard.begun()).hasSize(1);
    }
}
