package io.verge.gate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.ClockQuality.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No conflicting greens go on the air, and nothing of the signals for a second after. */
class SignalGuardTest {
    private final Roadside road = new Roadside();

    private void conflict() {
        road.offer(road.signals(0, road.green(1), road.green(2)));
    }

    private void clean() {
        road.offer(road.signals(0, road.green(1), road.yellow(2)));
    }

    @Test
    void greensThatExcludeEachOtherAreNotSent() {
        conflict();
        assertThat(road.air).isEmpty();
        assertThat(road.stopped()).containsExactly(entry("conflicting-greens", 1L));
    }

    @Test
    void theReportNamesTheGroups() {
        road.offer(road.signals(0, road.green(3), road.green(2), road.green(1)));
        assertThat(road.report(MessageKind.SPAT).lastStop())
                .isEqualTo("conflicting-greens: signal groups 1 and 2 exclude each other and are both green");
    }

    @Test
    void greensThatGoTogetherAreSent() {
        road.offer(road.signals(0, road.green(1), road.green(3)));
        assertThat(road.air).hasSize(1);
    }

    @Test
    void yellowAfterGreenIsNoConflict() {
        clean();
        assertThat(road.air).hasSize(1);
    }

    @Test
    void signalsAreWithheldUntilTheyWereFreeOfConflictsForASecond() {
        conflict();
        for (int i = 0; i < 10; i++) {
            road.after(100);
            clean();
        }
        assertThat(road.air).isEmpty();
        road.after(100);
        clean();
        assertThat(road.air).hasSize(1);
    }

    @Test
    void thatASecondHasPassedIsNotEnoughWithoutSignalsInIt() {
        conflict();
        road.after(5000);
        clean();
        assertThat(road.air).isEmpty();
    }

    @Test
    void aConflictInThatSecondBeginsItAnew() {
        conflict();
        road.after(100);
        clean();
        road.after(900);
        conflict();
        road.after(200);
        clean();
        road.after(999);
        clean();
        assertThat(road.air).isEmpty();
    }

    @Test
    void aConflictIsSeenAlsoInSignalsThatAreStoppedForAnotherReason() {
        road.clock.quality(new ClockQuality(Source.FREE_RUNNING, null));
        conflict();
        road.clock.quality(new ClockQuality(Source.GNSS, Duration.ZERO));
        clean();
        assertThat(road.air).isEmpty();
    }

    @Test
    void speedAdviceGoesWithTheSignals() {
        road.offer(road.advice(0));
        conflict();
        road.offer(road.advice(0));
        assertThat(road.air).hasSize(1);
    }

    @Test
    void allElseIsSentWhileSignalsAreWithheld() {
        conflict();
        road.offer(road.roadUsers(0));
        road.offer(road.event(0));
        road.offer(road.map(0));
        assertThat(road.air)
                .extracting(V2xFrame::kind)
                .containsExactly(MessageKind.RSM, MessageKind.RSI, MessageKind.MAP);
    }
}
