package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private final Passing time = new Passing();

    /** Real time of the test, which wakes a little late. */
    private static final class Passing implements RealTime {
        private static final long LATE = 70_000;

        private long now = 5;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(long nanos) {
            now += nanos + LATE;
        }
    }

    @Test
    void asFastAsPossibleNeverWaits() throws InterruptedException {
        Pace pace = Pace.of("max", time);
        pace.await(TimeUnit.HOURS.toNanos(1));
        assertThat(time.now).isEqualTo(5);
    }

    @Test
    void waitsAsLongAsItTook() throws InterruptedException {
        Pace pace = Pace.of("1", time);
        pace.await(0);
        pace.await(TimeUnit.SECONDS.toNanos(10));
        assertThat(time.now).isBetween(10_000_000_000L, 10_000_100_000L);
    }

    @Test
    void waitsHalfAsLongAtTwiceTheSpeed() throws InterruptedException {
        Pace pace = Pace.of("2.0", time);
        pace.await(0);
        pace.await(TimeUnit.SECONDS.toNanos(10));
        assertThat(time.now).isBetween(5_000_000_000L, 5_000_100_000L);
    }

    @Test
    void doesNotDriftOverManyWaits() throws InterruptedException {
        Pace pace = Pace.of("1", time);
        for (int millis = 0; millis <= 10_000; millis += 10) {
            pace.await(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        assertThat(time.now).isBetween(9_999_900_000L, 10_000_100_000L);
    }

    @Test
    void catchesUpAfterWorkThatTookLong() throws InterruptedException {
        Pace pace = Pace.of("1", time);
        pace.await(0);
        time.now += TimeUnit.SECONDS.toNanos(3);
        pace.await(TimeUnit.SECONDS.toNanos(2));
        assertThat(time.now).isEqualTo(TimeUnit.SECONDS.toNanos(3) + 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "NaN", "1001", ""})
    void refusesWhatIsNoSpeed(String speed) {
        assertThatThrownBy(() -> Pace.of(speed, time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key 'speed' is '" + speed + "', expected 'max' or a factor from 0.01 to 1000");
    }
}
