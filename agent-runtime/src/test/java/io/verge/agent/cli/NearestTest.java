package io.verge.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of("SPAT", "PSM", "BasicSafetyMessage", "MessageFrame");

    @ParameterizedTest
    @CsvSource({
        "Spat, SPAT",
        "SPTA, SPAT",
        "bsm, BasicSafetyMessage",
        "Psm, PSM",
        "BasicSaftyMesage, BasicSafetyMessage"
    })
    void findsWhatWasMeant(String given, String meant) {
        assertThat(Nearest.to(given, NAMES)).contains(meant);
    }

    @Test
    void findsNothingInNoise() {
        assertThat(Nearest.to("xyzzy", NAMES)).isEmpty();
    }

    @Test
    void takesNoTimeOverALongWord() {
        assertThat(Nearest.to("x".repeat(2_000), NAMES)).isEmpty();
    }
}
