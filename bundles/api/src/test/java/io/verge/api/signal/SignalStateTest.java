package io.verge.api.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalStateTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 256, -1})
    void aSignalGroupIsFromOneToTwoHundredAndFiftyFive(int group) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignalState(group, SignalPhase.DARK, null, Instant.EPOCH));
    }

    @ParameterizedTest
    @EnumSource(SignalPhase.class)
    void onlyTheTwoGreensLetTrafficGo(SignalPhase phase) {
        EnumSet<SignalPhase> greens = EnumSet.of(SignalPhase.PERMISSIVE_MOVEMENT, SignalPhase.PROTECTED_MOVEMENT);

        assertThat(phase.green()).isEqualTo(greens.contains(phase));
    }
}
