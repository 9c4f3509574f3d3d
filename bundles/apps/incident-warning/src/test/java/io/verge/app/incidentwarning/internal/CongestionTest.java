package io.verge.app.incidentwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadEvent.Kind;
import io.verge.api.signal.SignalPhase;
import org.junit.jupiter.api.Test;

/** Lanes of arm 1, 130 m long: 12 with a signal leads to the crossing, 15 away from it. */
class CongestionTest {
    private final Incidents incidents = new Incidents();

    private void jam(int lane, int cars, double front, double speed) {
        for (int i = 0; i < cars; i++) {
            incidents.traffic.car(lane * 100 + i).on(lane, front - 9 * i).speed(speed);
        }
    }

    @Test
    void slowAndDenseTrafficForAMinuteIsCongestion() {
        jam(15, 9, 120, 0);
        assertThat(incidents.run(65).foundAfter(Kind.CONGESTION)).isBetween(60.0, 60.5);
    }

    @Test
    void itSaysWhereTheQueueEnds() {
        jam(15, 9, 120, 0);
        RoadEvent tail = incidents.run(65).begun(Kind.QUEUE_TAIL).get(0);
        // The last car's centre is 48 m beyond the crossing, which is 20 m from the middle.
        assertThat(tail.position().north()).isCloseTo(20 + 48 - 2.25, within(0.1));
        assertThat(tail.lanes()).containsExactly(15);
        assertThat(tail.heading()).isCloseTo(0, within(0.1));
    }

    @Test
    void aQueueThatReachesTheBeginningOfTheLaneHasNoKnownEnd() {
        jam(15, 14, 122, 0);
        assertThat(incidents.run(65).begun(Kind.QUEUE_TAIL)).isEmpty();
        assertThat(incidents.begun(Kind.CONGESTION)).hasSize(1);
    }

    @Test
    void itIsAnnouncedOnceASecond() {
        jam(15, 9, 120, 0);
        incidents.run(71);
        assertThat(incidents.heard.events().stream().filter(said -> said.event().kind() == Kind.CONGESTION))
                .hasSizeBetween(10, 12);
    }

    @Test
    void itEndsWhenTrafficFlows() {
        jam(15, 9, 120, 0);
        incidents.run(65);
        jam(15, 9, 120, 9);
        incidents.run(6);
        assertThat(incidents.heard.active()).noneMatch(event -> event.kind() == Kind.CONGESTION);
    }

    @Test
    void itGoesOnWhileTrafficIsOnlyALittleFaster() {
        jam(15, 9, 120, 0);
        incidents.run(65);
        for (int second = 0; second < 10; second++) {
            jam(15, 9, 120, 6);
            incidents.run(1);
        }
        assertThat(incidents.heard.active()).anyMatch(event -> event.kind() == Kind.CONGESTION);
    }

    @Test
    void aFewSlowCarsAreNone() {
        jam(15, 2, 120, 2);
        assertThat(incidents.run(90).begun(Kind.CONGESTION)).isEmpty();
    }

    @Test
    void theQueueOfALongRedIsNone() {
        jam(12, 12, 127, 0);
        assertThat(incidents.run(150).begun(Kind.CONGESTION)).isEmpty();
    }

    @Test
    void aQueueThatIsGoneWithinAGreenIsNone() {
        for (int cycle = 0; cycle < 5; cycle++) {
            jam(12, 10, 127, 0);
            incidents.run(60).lights(SignalPhase.PROTECTED_MOVEMENT).run(3);
            jam(12, 10, 127, 6);
            incidents.run(25).lights(SignalPhase.STOP_AND_REMAIN);
        }
        assertThat(incidents.begun(Kind.CONGESTION)).isEmpty();
    }

    @Test
    void aQueueThatMissesThreeGreensIs() {
        missGreens(3);
        assertThat(incidents.begun(Kind.CONGESTION)).hasSize(1);
    }

    @Test
    void aQueueThatMissesTwoGreensIsNone() {
        missGreens(2);
        assertThat(incidents.begun(Kind.CONGESTION)).isEmpty();
    }

    private void missGreens(int count) {
        jam(12, 12, 127, 0);
        for (int cycle = 0; cycle < count; cycle++) {
            incidents.run(40).lights(SignalPhase.PROTECTED_MOVEMENT).run(20);
            incidents.lights(SignalPhase.STOP_AND_REMAIN).run(5);
        }
    }

    /** 25 a kilometre are more than three on the 130 m of this lane. */
    @Test
    void threeSlowCarsOnALaneOfOneLongStretchAreNone() {
        jam(15, 3, 120, 2);
        assertThat(incidents.run(90).begun(Kind.CONGESTION)).isEmpty();
    }
}
