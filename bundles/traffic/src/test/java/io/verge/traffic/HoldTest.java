package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldTest {
    private final Hold hold = new Hold(2, 3, Duration.ofSeconds(1));
    private Instant now = Crossing.TIME;

    private boolean after(int millis, boolean raw) {
        now = now.plusMillis(millis);
        return hold.update(now, raw);
    }

    @Test
    void needsTwoOfThree() {
        assertThat(after(0, true)).isFalse();
        assertThat(after(100, false)).isFalse();
        assertThat(after(100, true)).isTrue();
    }

    @Test
    void forgetsWhatIsLongerAgoThanThree() {
        after(0, true);
        after(100, false);
        after(100, false);
        assertThat(after(100, true)).isFalse();
    }

    @Test
    void holdsUntilItWasNotSoForTheRelease() {
        after(0, true);
        after(100, true);
        assertThat(after(990, false)).isTrue();
        assertThat(after(10, false)).isFalse();
    }

    @Test
    void beginsAnewAfterTheRelease() {
        after(0, true);
        after(100, true);
        after(1000, false);
        assertThat(after(100, true)).isFalse();
        assertThat(after(100, true)).isTrue();
    }

    @Test
    void holdsNoLongerWhenTheClockIsSetBack() {
        after(0, true);
        after(100, true);
        assertThat(after(-3_600_000, false)).isTrue();
        assertThat(after(1000, false)).isFalse();
    }

    @Test
    void canHoldAtOnceAndForNoTime() {
        Hold plain = new Hold(1, 1, Duration.ZERO);
        assertThat(plain.update(now, true)).isTrue();
        assertThat(plain.update(now, false)).isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hold(0, 3, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hold(4, 3, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hold(1, 65, Duration.ZERO));
    }
}
