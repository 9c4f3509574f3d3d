package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final ManualClock clock = ManualClock.standing();
    private final Pulse pulse = new Pulse(clock);

    private void beatAfter(long millis) {
        clock.advance(Duration.ofMillis(millis));
        pulse.beat();
    }

    @Test
    void aBoxThatBeatsHasLostNothing() {
        for (int i = 0; i < 100; i++) {
            beatAfter(i % 2 == 0 ? 30 : 170);
        }

        assertThat(pulse.lost()).isZero();
    }

    @Test
    void whatABeatIsLateByIsLost() {
        beatAfter(1_300);
        beatAfter(100);
        beatAfter(700);

        assertThat(Duration.ofNanos(pulse.lost())).isEqualTo(Duration.ofMillis(1_100 + 500));
    }

    @Test
    void soIsWhatItIsLateByAlready() {
        clock.advance(Duration.ofMillis(900));

        assertThat(Duration.ofNanos(pulse.lost())).isEqualTo(Duration.ofMillis(700));
        pulse.beat();
        assertThat(Duration.ofNanos(pulse.lost())).isEqualTo(Duration.ofMillis(700));
    }
}
