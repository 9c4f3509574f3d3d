package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a signal means for who arrives at it. */
class SignalsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);

    private final Signals signals = new Signals(Duration.ofMillis(500));

    private static Scene scene(SignalPhase phase, @Nullable SignalTiming timing, long age) {
        SignalState state = new SignalState(2, phase, timing, NOW.minusMillis(age));
        return new Scene(NOW, EXACT, List.of(), Map.of(2, state), Set.<SignalMode>of(), List.of(), Stamps.NONE);
    }

    private static SignalTiming ends(int min, int max) {
        return SignalTiming.between(NOW.plusSeconds(min), NOW.plusSeconds(max));
    }

    @Test
    void whatIsOldIsNotKnown() {
        Scene scene = scene(SignalPhase.STOP_AND_REMAIN, null, 501);
        assertThat(signals.now(scene, 2)).isEqualTo(Aspect.UNKNOWN);
    }

    @Test
    void aWayWithoutSignalIsNotKnown() {
        Scene scene = scene(SignalPhase.STOP_AND_REMAIN, null, 0);
        assertThat(signals.now(scene, null)).isEqualTo(Aspect.UNKNOWN);
        assertThat(signals.now(scene, 3)).isEqualTo(Aspect.UNKNOWN);
    }

    @Test
    void flashingAndDarkRuleNobody() {
        for (SignalPhase phase : List.of(SignalPhase.STOP_THEN_PROCEED, SignalPhase.DARK, SignalPhase.CAUTION)) {
            assertThat(signals.now(scene(phase, null, 0), 2)).isEqualTo(Aspect.UNKNOWN);
        }
    }

    @Test
    void redWithoutTimingStays() {
        assertThat(signals.after(scene(SignalPhase.STOP_AND_REMAIN, null, 0), 2, 1000))
                .isEqualTo(Aspect.STOP);
    }

    @Test
    void redThatMayHaveEndedIsNotKnown() {
        Scene scene = scene(SignalPhase.STOP_AND_REMAIN, ends(3, 8), 0);
        assertThat(signals.after(scene, 2, 2.9)).isEqualTo(Aspect.STOP);
        assertThat(signals.after(scene, 2, 3.1)).isEqualTo(Aspect.UNKNOWN);
    }

    @Test
    void yellowThatHasSurelyEndedIsRed() {
        Scene scene = scene(SignalPhase.PROTECTED_CLEARANCE, ends(1, 2), 0);
        assertThat(signals.after(scene, 2, 1.5)).isEqualTo(Aspect.CLEARING);
        assertThat(signals.after(scene, 2, 2.5)).isEqualTo(Aspect.STOP);
    }

    @Test
    void endsThatNeverComeAreNoError() {
        SignalTiming never = SignalTiming.between(Instant.MAX, Instant.MAX);
        assertThat(signals.after(scene(SignalPhase.STOP_AND_REMAIN, never, 0), 2, Double.POSITIVE_INFINITY))
                .isEqualTo(Aspect.STOP);
    }
}
