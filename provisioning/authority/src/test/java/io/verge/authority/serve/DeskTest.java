package io.verge.authority.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** In which order and how fast requests are answered. */
class DeskTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    private final Desk desk = new Desk(1_000, 3_000);

    @Test
    void boxesTakeTurns() {
        offer("a", 1);
        offer("a", 2);
        offer("b", 1);

        assertThat(next(START)).isEqualTo("a1");
        assertThat(next(START)).isEqualTo("b1");
        assertThat(next(START)).isEqualTo("a2");
        assertThat(next(START)).isEmpty();
    }

    @Test
    void aBoxWaitsUntilWhatItGotIsPaidForAndOthersDoNot() {
        offer("a", 1);
        offer("a", 2);
        offer("b", 1);
        assertThat(next(START)).isEqualTo("a1");
        desk.sent("a", 600, START);
        Instant later = START.plusMillis(200);

        assertThat(next(START)).isEmpty();
        assertThat(desk.pause(START)).isEqualTo(Duration.ofMillis(200));
        assertThat(next(later)).isEqualTo("b1");
        assertThat(next(later)).isEmpty();
        assertThat(next(START.plusMillis(600))).isEqualTo("a2");
    }

    @Test
    void whatHasExpiredIsDropped() {
        offer("a", 1);

        assertThat(next(START.plusSeconds(61))).isEmpty();
        assertThat(desk.expired()).isEqualTo(1);
    }

    @Test
    void aBoxMayHaveFourRequestsWaiting() {
        for (int number = 1; number <= 4; number++) {
            assertThat(offer("a", number)).isTrue();
        }

        assertThat(offer("a", 5)).isFalse();
        assertThat(offer("b", 1)).isTrue();
    }

    private boolean offer(String box, int number) {
        return desk.offer(new Request(box, box + number, "p", 0, 1, START.plusSeconds(60)));
    }

    private String next(Instant now) {
        return desk.next(now).map(Request::answer).orElse("");
    }
}
