package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntersectionStatusTest {
    private static final SignalState RED = state(SignalPhase.STOP_AND_REMAIN);
    private static final SignalState UNAVAILABLE = state(SignalPhase.UNAVAILABLE);

    private static SignalState state(SignalPhase phase) {
        return new SignalState(2, phase, null, Instant.EPOCH);
    }

    @Test
    void eachModeHasItsBit() {
        assertThat(IntersectionStatus.of(EnumSet.allOf(SignalMode.class), List.of(RED)))
                .hasToString("1111100100000000");
    }

    @Test
    void coordinationHasNone() {
        assertThat(IntersectionStatus.of(Set.of(SignalMode.COORDINATED, SignalMode.TRANSITION), List.of(RED)))
                .hasToString("0000000000000000");
    }

    @Test
    void saysWhenNoStateIsKnown() {
        assertThat(IntersectionStatus.of(Set.of(), List.of(UNAVAILABLE))).hasToString("0000000000000100");
        assertThat(IntersectionStatus.of(Set.of(), List.of(UNAVAILABLE, RED))).hasToString("0000000000000000");
    }
}
