package io.verge.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StampsTest {
    @ParameterizedTest
    @EnumSource(Hop.class)
    void aHopThatWasNotPassedIsUnset(Hop hop) {
        assertThat(Stamps.NONE.at(hop)).isEqualTo(Stamps.UNSET);
    }

    @ParameterizedTest
    @EnumSource(Hop.class)
    void passingAHopChangesThatHopAlone(Hop passed) {
        Stamps all = new Stamps(1, 2, 3, 4, 5, 6);
        Stamps changed = all.with(passed, -7);

        for (Hop hop : Hop.values()) {
            assertThat(changed.at(hop)).isEqualTo(hop == passed ? -7 : all.at(hop));
        }
    }

    @Test
    void hopsAreInTheOrderOfTheWay() {
        assertThat(Hop.values())
                .containsExactly(Hop.RECEIVED, Hop.DECODED, Hop.FUSED, Hop.ANNOUNCED, Hop.ENCODED, Hop.SENT);
        Stamps all = new Stamps(1, 2, 3, 4, 5, 6);
        assertThat(Hop.values()).extracting(all::at).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aDatumIsReceivedFirst() {
        assertThat(Stamps.received(5)).isEqualTo(Stamps.NONE.with(Hop.RECEIVED, 5));
    }
}
