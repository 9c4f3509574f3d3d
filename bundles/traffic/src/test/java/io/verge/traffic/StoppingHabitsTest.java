package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How late is normal. */
class StoppingHabitsTest {
    private final StoppingHabits habits = new StoppingHabits(3.8, 6);

    private void stops(int times, double unanswered) {
        for (int i = 0; i < times; i++) {
            habits.stopped(unanswered);
        }
    }

    @Test
    void beforeAnythingIsKnownTheLatestOfAnywhereCounts() {
        assertThat(habits.limit()).isEqualTo(6);
    }

    @Test
    void whereAllBrakeEarlyItComesDownToTheLeast() {
        stops(2000, 2);
        assertThat(habits.limit()).isBetween(3.8, 3.81);
    }

    @Test
    void oneWhoBrakesLaterRaisesItAtOnce() {
        stops(2000, 2);
        habits.stopped(4.8);
        assertThat(habits.limit()).isGreaterThan(4.8);
    }

    @Test
    void itNeverRisesAboveTheMost() {
        habits.stopped(Double.POSITIVE_INFINITY);
        assertThat(habits.limit()).isEqualTo(6);
    }
}
