package io.verge.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureWindowTest {
    private final FailureWindow window = new FailureWindow();

    @Test
    void isFullAtTheThirdFailureInFiveMinutes() {
        window.full(minutes(0));
        window.full(minutes(2));
        assertThat(window.full(minutes(5))).isTrue();
    }

    @Test
    void forgetsFailuresOfMoreThanFiveMinutesAgo() {
        window.full(minutes(0));
        window.full(minutes(2));
        assertThat(window.full(minutes(6))).isFalse();
    }

    private static long minutes(int count) {
        return Duration.ofMinutes(count).toNanos();
    }
}
