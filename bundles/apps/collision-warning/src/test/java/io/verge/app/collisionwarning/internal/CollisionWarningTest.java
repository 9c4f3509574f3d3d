package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.scene.RoadEvent;
import io.verge.api.signal.SignalPhase;
import io.verge.testkit.Crossing;
import io.verge.testkit.Heard;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;
import io.verge.traffic.EventDraft;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of whom it warns: those on the way into each other that do not give way. */
class CollisionWarningTest {
    private static final SignalPhase RED = SignalPhase.STOP_AND_REMAIN;
    private static final SignalPhase GREEN = SignalPhase.PERMISSIVE_MOVEMENT;

    private final Traffic traffic = new Traffic(Crossing.map());
    private final CollisionWarningApp app = Apps.withDefaults(Crossing.map());
    private final Heard heard = new Heard();

    /** Straight on from the north, so far before the stop line; signal group 2. */
    private Mover fromNorth(int id, double before, double speed) {
        return traffic.car(id).on(12, 35, before).speed(speed);
    }

    /** Straight on from the east; signal group 4. */
    private Mover fromEast(int id, double before, double speed) {
        return traffic.car(id).on(22, 45, before).speed(speed);
    }

    private void northRedEastGreen() {
        traffic.signal(2, RED).signal(4, GREEN);
    }

    /** Both are where their ways cross at the same time. */
    private void twoThatMeet() {
        fromNorth(1, 60, 14);
        fromEast(2, 54, 14);
    }

    private void run(double seconds) {
        traffic.run(app, heard, seconds);
    }

    @Test
    void whoRunsARedLightIntoGreenTrafficIsWarnedOf() {
        northRedEastGreen();
        twoThatMeet();
        run(4.5);
        assertThat(heard.begun()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(RoadEvent.Kind.COLLISION_RISK);
            assertThat(event.roadUsers()).containsExactly(1, 2);
            assertThat(event.lanes()).containsExactly(12, 22);
        });
    }

    @Test
    void whoIsKnownToRunARedLightIsWarnedOfAsSoonAsTheWaysMeet() {
        northRedEastGreen();
        traffic.event(EventDraft.of(RoadEvent.Kind.RED_LIGHT_VIOLATION, new Position(-7, 20, 0))
                .roadUsers(1)
                .build());
        twoThatMeet();
        run(4.5);
        EventAnnouncement first = heard.events().get(0);
        assertThat(Duration.between(first.time(), first.event().expected())).isGreaterThan(Duration.ofMillis(3500));
    }

    @Test
    void theWarningTellsWhereAndWhenTheyTouch() {
        northRedEastGreen();
        Mover north = fromNorth(1, 60, 14);
        Mover east = fromEast(2, 54, 14);
        run(4);
        RoadEvent last = heard.active().get(0);
        while (traffic.now().isBefore(last.expected())) {
            traffic.step();
        }
        assertThat(last.position().distanceTo(north.position())).isLessThan(4);
        assertThat(last.position().distanceTo(east.position())).isLessThan(4);
    }

    @Test
    void whereNoSignalIsKnownTwoThatBothDoNotGiveWayAreWarnedOf() {
        twoThatMeet();
        run(5);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void aLeftTurnThatCutsInIsWarnedOf() {
        traffic.signal(1, GREEN).signal(6, GREEN);
        traffic.car(1).on(11, 25, 45).speed(9);
        traffic.car(2).on(32, 15, 70).speed(13);
        run(6);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void aLeftTurnThatGivesWayIsNoDanger() {
        traffic.signal(1, GREEN).signal(6, GREEN);
        Mover left = traffic.car(1).on(11, 25, 45).speed(9);
        traffic.car(2).on(32, 15, 66).speed(13);
        while (left.toStopLine() > 12) {
            run(0.1);
        }
        left.accelerate(-2.5);
        run(6);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoComesUpToARedLightIsNoDangerToThoseOnGreen() {
        northRedEastGreen();
        Mover north = fromNorth(1, 60, 14);
        fromEast(2, 54, 14);
        while (north.toStopLine() > 37) {
            run(0.1);
        }
        north.accelerate(-3);
        run(6);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoBrakesLateForARedLightIsNoDanger() {
        northRedEastGreen();
        Mover north = fromNorth(1, 60, 14);
        fromEast(2, 54, 14);
        while (north.toStopLine() > 23) {
            run(0.1);
        }
        north.accelerate(-5);
        run(6);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoPassesOneAfterTheOtherIsNoDanger() {
        fromNorth(1, 60, 14);
        fromEast(2, 80, 14);
        run(8);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoClosesUpToAQueueIsNoDanger() {
        traffic.car(1).on(12, 35, 10);
        Mover follower = fromNorth(2, 80, 14);
        while (follower.toStopLine() > 50) {
            run(0.1);
        }
        follower.accelerate(-2.9);
        run(8);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoDoesNotBrakeBehindAStandingCarIsWarnedOf() {
        traffic.car(1).on(12, 35, 10);
        fromNorth(2, 80, 14);
        run(5);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void oppositeAndParallelNeighboursAreNoDanger() {
        traffic.car(1).on(12, 35, 60).speed(14);
        traffic.car(2).on(11, 25, 64).speed(12);
        traffic.car(3).on(15, 40).speed(14);
        traffic.cyclist(4).on(13, 60).speed(5);
        run(3);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void theSlowAreNoDangerToEachOther() {
        fromNorth(1, 12, 2.5);
        fromEast(2, 6, 2.5);
        run(12);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aFastNarrowOneDoesNotSlipBetweenTheSamples() {
        traffic.add(1, RoadUserType.MOTORCYCLE, new Size(2.1, 0.8, 1.5))
                .at(-0.4, 120, 180)
                .speed(40);
        traffic.add(2, RoadUserType.MOTORCYCLE, new Size(2.1, 0.8, 1.5))
                .at(120, -0.4, 270)
                .speed(40);
        run(2.5);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void twoThatCircleMeetWhereTheyTurnToAndNotStraightOn() {
        traffic.car(1).on(41, 15, 60).speed(8);
        traffic.car(2).on(31, 45, 60).speed(8);
        run(1);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aDangerOfAMomentIsNone() {
        traffic.car(1).on(12, 35, 10);
        Mover follower = fromNorth(2, 36, 14);
        run(0.5);
        heard.forget();
        follower.speed(0);
        traffic.remove(1);
        run(3);
        assertThat(heard.begun()).isEmpty();
    }

    @Test
    void theWarningIsRepeatedTenTimesASecond() {
        twoThatMeet();
        run(3.8);
        heard.forget();
        run(0.5);
        assertThat(heard.events(Phase.UPDATE)).hasSize(5);
    }

    @Test
    void theWarningOutlivesAMomentWithoutDanger() {
        northRedEastGreen();
        twoThatMeet();
        run(4);
        traffic.remove(2);
        run(0.2);
        fromEast(2, 54 - 4.2 * 14, 14);
        run(0.2);
        assertThat(heard.begun()).hasSize(1);
        assertThat(heard.events(Phase.CANCEL)).isEmpty();
    }

    @Test
    void theWarningEndsHalfASecondAfterTheDangerAndSaysSoThreeTimes() {
        twoThatMeet();
        run(4);
        traffic.remove(1);
        run(0.4);
        assertThat(heard.active()).hasSize(1);
        run(1.5);
        assertThat(heard.events(Phase.CANCEL)).hasSize(3);
    }

    @Test
    void oneThatOnlySaysItselfWhereItIsRaisesNoWarning() {
        fromNorth(1, 60, 14).seenBy(SensorKind.SELF_REPORT);
        fromEast(2, 54, 14);
        run(5);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void oneKindOfSensorAloneIsNeverVerySure() {
        fromNorth(1, 60, 14).seenBy(SensorKind.RADAR);
        fromEast(2, 54, 14);
        run(5);
        assertThat(heard.begun()).isNotEmpty().allMatch(event -> event.confidence() <= 0.8);
    }

    @Test
    void withNoisySensorsTheDangerIsSeen() {
        traffic.noise(3, 0.3, 0.3);
        northRedEastGreen();
        twoThatMeet();
        run(4.3);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void withNoisySensorsAQueueIsNoDanger() {
        traffic.noise(3, 0.3, 0.3).signal(2, RED).signal(1, RED);
        for (int i = 0; i < 8; i++) {
            traffic.car(10 + i).on(12, 35, 3 + 7 * i);
            traffic.car(20 + i).on(11, 25, 3 + 7 * i);
        }
        traffic.car(30).on(15, 5).speed(12);
        run(10);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void staleSignalsSettleNothing() {
        northRedEastGreen();
        traffic.silenceSignals();
        run(1);
        twoThatMeet();
        run(5);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void theValidityIsASecond() {
        twoThatMeet();
        run(4);
        assertThat(heard.begun()).extracting(RoadEvent::validity).isEqualTo(List.of(Duration.ofSeconds(1)));
    }
}
