package io.verge.messages.etsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, MS_50",
        "1, 1, MS_50",
        "50, 1, MS_50",
        "51, 2, MS_50",
        "3150, 63, MS_50",
        "3151, 4, S_1",
        "63001, 7, S_10",
        "6300000, 63, S_100"
    })
    void isNeverShorterThanAsked(long milliseconds, int multiplier, Lifetime.Base base) {
        assertThat(Lifetime.atLeast(Duration.ofMillis(milliseconds))).isEqualTo(new Lifetime(multiplier, base));
    }

    @Test
    void hasALimit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lifetime.atLeast(Duration.ofMillis(6_300_001)));
    }

    @Test
    void isAMultipleOfItsBase() {
        assertThat(new Lifetime(20, Lifetime.Base.MS_50).duration()).isEqualTo(Duration.ofSeconds(1));
    }
}
