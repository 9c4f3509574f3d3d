package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdPoolTest {
    private static final long SECOND = 1_000_000;
    private static final long NOW = 1_790_000_000 * SECOND;

    private final IdPool ids = new IdPool();

    @Test
    void beginsAtOne() {
        assertThat(ids.of(7, NOW)).isEqualTo(1);
    }

    @Test
    void givesTheSameKeyTheSameId() {
        ids.of(7, NOW);
        assertThat(ids.of(8, NOW)).isEqualTo(2);
        assertThat(ids.of(7, NOW + SECOND)).isEqualTo(1);
    }

    @Test
    void startsOverAfterTheHighestButPassesOverWhatWasUsedLately() {
        long time = NOW;
        for (int key = 1; key <= 65_535; key++) {
            ids.of(key, time);
            time += 1000;
        }
        ids.used(1, time);
        assertThat(ids.of(100_000, time)).isEqualTo(2);
    }

    @Test
    void hasNoneWhenAllWereUsedInTheLastHalfMinute() {
        for (int key = 1; key <= 65_535; key++) {
            ids.of(key, NOW);
        }
        assertThat(ids.of(100_000, NOW + 29 * SECOND)).isEqualTo(IdPool.NONE);
        assertThat(ids.of(100_000, NOW + 31 * SECOND)).isEqualTo(1);
    }
}
