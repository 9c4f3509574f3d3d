package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.SignalFrame;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatestSignalsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final LatestSignals signals = new LatestSignals(Duration.ofMillis(500));

    private static SignalFrame frame(String device, Instant at, int group, SignalPhase phase) {
        return new SignalFrame(
                device,
                at,
                Stamps.NONE,
                Set.of(SignalMode.COORDINATED),
                List.of(new SignalState(group, phase, null, at)));
    }

    @Test
    void theNewestFrameCounts() {
        signals.onFrame(frame("a", NOW, 1, SignalPhase.PROTECTED_MOVEMENT));
        signals.onFrame(frame("a", NOW.minusMillis(100), 1, SignalPhase.STOP_AND_REMAIN));
        assertThat(signals.states(NOW))
                .hasEntrySatisfying(1, state -> assertThat(state.phase()).isEqualTo(SignalPhase.PROTECTED_MOVEMENT));
    }

    @Test
    void whatIsOlderThanHalfASecondIsGone() {
        signals.onFrame(frame("a", NOW, 1, SignalPhase.PROTECTED_MOVEMENT));
        signals.forget(NOW.plusMillis(501));
        assertThat(signals.states(NOW.plusMillis(501))).isEmpty();
        assertThat(signals.modes()).isEmpty();
    }

    @Test
    void exactlyHalfASecondIsYoungEnough() {
        signals.onFrame(frame("a", NOW, 1, SignalPhase.PROTECTED_MOVEMENT));
        signals.forget(NOW.plusMillis(500));
        assertThat(signals.states(NOW.plusMillis(500))).containsKey(1);
    }

    @Test
    void twoControllersAddUp() {
        signals.onFrame(frame("a", NOW, 1, SignalPhase.PROTECTED_MOVEMENT));
        signals.onFrame(frame("b", NOW, 2, SignalPhase.STOP_AND_REMAIN));
        assertThat(signals.states(NOW)).containsOnlyKeys(1, 2);
    }

    @Test
    void controllersWithoutEndAreNotKept() {
        for (int i = 0; i < 100; i++) {
            signals.onFrame(frame("controller-" + i, NOW, 1 + i, SignalPhase.DARK));
        }
        assertThat(signals.states(NOW)).hasSize(16);
    }

    @Test
    void whatComesFromTheFutureAfterTheClockWasSetBackIsForgotten() {
        signals.onFrame(frame("a", NOW, 1, SignalPhase.PROTECTED_MOVEMENT));
        signals.forget(NOW.minusSeconds(60));
        signals.onFrame(frame("a", NOW.minusSeconds(60), 1, SignalPhase.STOP_AND_REMAIN));
        assertThat(signals.states(NOW.minusSeconds(60))).containsKey(1);
    }
}
