package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeMarkTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:59:50Z");

    private final TimeMark mark = new TimeMark(36_000);

    @Test
    void isOfTheHourThatThenIsIn() {
        assertThat(mark.atLeast(NOW, NOW.plusSeconds(5))).isEqualTo(35_950);
        assertThat(mark.atLeast(NOW, NOW.plusSeconds(15))).isEqualTo(50);
    }

    @Test
    void boundsAreRoundedOutwards() {
        Instant then = NOW.plusMillis(5_060);
        assertThat(mark.atLeast(NOW, then)).isEqualTo(35_950);
        assertThat(mark.nearest(NOW, then)).isEqualTo(35_951);
        assertThat(mark.atMost(NOW, then.minusMillis(50))).isEqualTo(35_951);
    }

    @Test
    void whatHasPassedIsNow() {
        assertThat(mark.atLeast(NOW, NOW.minusSeconds(30))).isEqualTo(35_900);
    }

    @Test
    void anHourAndLaterIsBeyond() {
        assertThat(mark.atMost(NOW, NOW.plusSeconds(3_600))).isEqualTo(36_000);
        assertThat(mark.atLeast(NOW, NOW.plusMillis(3_599_999))).isEqualTo(35_899);
    }

    @Test
    void whatIsNotKnownHasNone() {
        assertThat(mark.atMost(NOW, null)).isNull();
        assertThat(mark.nearest(NOW, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"NaN,", "0.2,", "0.21, 0", "0.5, 2", "0.99, 14", "1, 15"})
    void aConfidenceIsTheHighestClassThatIsNotAbove(double share, @Nullable Integer number) {
        assertThat(TimeMark.confidence(share)).isEqualTo(number);
    }
}
