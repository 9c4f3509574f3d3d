package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityFieldsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:15:11.234Z");

    private static PriorityRequest request(int number, int sequence, @Nullable Instant arrival) {
        return new PriorityRequest(
                "DEADBEEF",
                number,
                sequence,
                Action.REQUEST,
                420,
                184,
                12,
                null,
                arrival,
                null,
                Role.FIRE,
                5,
                null,
                Double.NaN);
    }

    @Test
    void refusesANumberThatTheFieldCannotSay() throws UnspeakableException {
        assertThat(PriorityFields.request(request(255, 0, null), "SSM")).isEqualTo(255);
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> PriorityFields.request(request(256, 0, null), "SSM"))
                .withMessage("SSM: request 256 is not 0 to 255");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "9, 9", "128, 127"})
    void aCountIsKeptWithinItsField(int sequence, int told) {
        assertThat(PriorityFields.sequence(request(1, sequence, null))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "255, 255", "256, 0", "-1, 0", ", 0"})
    void aLaneThatIsNotKnownIsZero(@Nullable Integer lane, int told) {
        assertThat(PriorityFields.lane(lane)).isEqualTo(told);
    }

    @Test
    void leavesOffAnArrivalThatIsDaysAway() {
        assertThat(PriorityFields.arrival(request(1, 0, NOW.plusSeconds(60)), NOW))
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(PriorityFields.arrival(request(1, 0, NOW.plusSeconds(86_400)), NOW))
                .isNull();
        assertThat(PriorityFields.arrival(request(1, 0, null), NOW)).isNull();
    }

    @Test
    void aGreenIsNeededForLessThanAMinute() {
        assertThat(PriorityFields.duration(NOW, NOW.plusMillis(6_000))).isEqualTo(6_000);
        assertThat(PriorityFields.duration(NOW, NOW.plusSeconds(60))).isNull();
        assertThat(PriorityFields.duration(NOW, NOW.minusMillis(1))).isNull();
        assertThat(PriorityFields.duration(NOW, null)).isNull();
    }
}
