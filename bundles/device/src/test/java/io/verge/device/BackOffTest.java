package io.verge.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void doublesFromHalfASecondToHalfAMinute() {
        assertThat(waits(0.5, 8)).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void isAFifthShorterAtTheLeast() {
        assertThat(waits(0, 1)).containsExactly(400L);
    }

    @Test
    void beginsAnewWhenTheDeviceWorks() {
        BackOff backOff = new BackOff(always(0.5));
        Stream.generate(backOff::next).limit(5).forEach(wait -> {});
        backOff.reset();
        assertThat(backOff.next()).isEqualTo(BackOff.FIRST);
    }

    @Property(tries = 50)
    void neverWaitsLongerThanHalfAMinuteAndAFifth(@ForAll long seed) {
        BackOff backOff = new BackOff(new SplittableRandom(seed));
        assertThat(Stream.generate(backOff::next).limit(20))
                .allMatch(wait -> wait.compareTo(Duration.ofMillis(400)) >= 0)
                .allMatch(wait -> wait.compareTo(Duration.ofSeconds(36)) <= 0);
    }

    private static List<Long> waits(double random, int count) {
        return Stream.generate(new BackOff(always(random))::next)
                .limit(count)
                .map(Duration::toMillis)
                .toList();
    }

    private static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
