package io.verge.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.time.ClockQuality.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockQualityTest {
    private static final Duration LIMIT = Duration.ofMillis(50);

    @Test
    void anErrorUpToTheLimitIsWithinIt() {
        assertThat(new ClockQuality(Source.NTP, LIMIT).within(LIMIT)).isTrue();
        assertThat(new ClockQuality(Source.NTP, LIMIT.plusNanos(1)).within(LIMIT))
                .isFalse();
    }

    @Test
    void anErrorThatNobodyKnowsIsWithinNoLimit() {
        assertThat(new ClockQuality(Source.FREE_RUNNING, null).within(Duration.ofDays(1)))
                .isFalse();
    }

    @Test
    void anErrorIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClockQuality(Source.NTP, Duration.ofNanos(-1)));
    }
}
