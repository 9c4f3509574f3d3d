package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinuteOfYearTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:15:11.234Z");

    @Test
    void countsFromNewYear() {
        assertThat(MinuteOfYear.of(NOW)).isEqualTo(59 * 1440 + 8 * 60 + 15);
        assertThat(MinuteOfYear.millisOfMinute(NOW)).isEqualTo(11_234);
    }

    @Test
    void readsBackWhatItTold() {
        assertThat(MinuteOfYear.instant(MinuteOfYear.of(NOW), MinuteOfYear.millisOfMinute(NOW), NOW.plusSeconds(90)))
                .isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({"1000, 2026-03-01T08:15:01Z", "59000, 2026-03-01T08:14:59Z"})
    void withoutAMinuteItIsTheNearest(int millis, Instant then) {
        assertThat(MinuteOfYear.instant(null, millis, NOW)).isEqualTo(then);
    }

    @Test
    void withoutMillisecondsItIsTheMinutesBeginning() {
        assertThat(MinuteOfYear.instant(0, null, NOW)).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void theYearTurnsBetween() {
        Instant eve = Instant.parse("2026-12-31T23:59:50Z");
        assertThat(MinuteOfYear.instant(0, 5_000, eve)).isEqualTo(Instant.parse("2027-01-01T00:00:05Z"));
        assertThat(MinuteOfYear.instant(525_599, 5_000, eve.plusSeconds(20)))
                .isEqualTo(Instant.parse("2026-12-31T23:59:05Z"));
    }

    @ParameterizedTest
    @CsvSource({",", "527040, 0", "0, 60000", "0, 65535"})
    void knowsNoInstantThatIsUnavailable(@Nullable Integer minute, @Nullable Integer millis) {
        assertThat(MinuteOfYear.instant(minute, millis, NOW)).isNull();
    }
}
