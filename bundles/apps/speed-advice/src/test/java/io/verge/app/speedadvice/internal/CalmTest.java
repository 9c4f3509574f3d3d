package io.verge.app.speedadvice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.AdviceAnnouncement.Advice;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalmTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final double KMH_5 = 5 / 3.6;

    private final Calm calm = new Calm(KMH_5, Duration.ofSeconds(3));

    private static Advice advice(double speed, double greenIn) {
        return new Advice(
                12,
                2,
                speed,
                speed,
                130,
                0.95,
                START.plusMillis(Math.round(greenIn * 1000)),
                START.plusMillis(Math.round(greenIn * 1000) + 30_000));
    }

    private boolean allows(double speed, double second) {
        return calm.allows(advice(speed, 20), START.plusMillis(Math.round(second * 1000)));
    }

    @Test
    void oneJumpIsBorne() {
        assertThat(allows(10, 0)).isTrue();
        assertThat(allows(13, 0.5)).isTrue();
    }

    @Test
    void aSecondJumpWithinThreeSecondsHoldsItBack() {
        allows(10, 0);
        allows(13, 0.5);
        assertThat(allows(10, 2)).isFalse();
    }

    @Test
    void jumpsThatAreFarApartAreBorne() {
        allows(10, 0);
        allows(13, 0.5);
        assertThat(allows(13, 2.5)).isTrue();
        assertThat(allows(10, 4)).isTrue();
    }

    @Test
    void itIsGivenAgainAfterThreeCalmSeconds() {
        allows(10, 0);
        allows(13, 0.5);
        allows(10, 1);
        assertThat(allows(10, 3.9)).isFalse();
        assertThat(allows(10, 4)).isTrue();
    }

    @Test
    void slowChangesAreNoJumps() {
        for (int i = 0; i < 20; i++) {
            assertThat(allows(10 + i * 0.5, i * 0.5)).isTrue();
        }
    }

    @Test
    void anotherGreenIsAnotherAdvice() {
        allows(10, 0);
        assertThat(calm.allows(advice(14, 90), START)).isTrue();
        assertThat(calm.allows(advice(10, 160), START.plusMillis(500))).isTrue();
    }

    @Test
    void timeThatRunsBackwardsBeginsAnew() {
        allows(10, 100);
        allows(13, 100.5);
        allows(10, 101);
        assertThat(allows(10, 0)).isTrue();
    }
}
