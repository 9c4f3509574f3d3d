package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.diagnostics.internal.Boards.Sent;
import io.verge.testkit.ManualClock;
import org.junit.jupiter.api.Test;

class BoardsTest {
    private final ManualClock clock = ManualClock.standing();
    private final Boards boards = new Boards(clock);

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            boards.sent(Fakes.frame());
        }
    }

    @Test
    void keepsTheNewestScene() {
        assertThat(boards.scene()).isEmpty();
        boards.onScene(Fakes.scene(1));
        boards.onScene(Fakes.scene(2));

        assertThat(boards.scene()).contains(Fakes.scene(2));
    }

    @Test
    void keepsTheLastSixtyFourMessages() {
        send(100);

        assertThat(boards.messagesSince(-1, 1_000))
                .hasSize(64)
                .extracting(Sent::number)
                .startsWith(36L)
                .endsWith(99L);
    }

    @Test
    void ofTooManyTheNewestCome() {
        send(10);

        assertThat(boards.messagesSince(-1, 3)).extracting(Sent::number).containsExactly(7L, 8L, 9L);
    }

    @Test
    void onlyWhatCameAfterTheOneKnown() {
        send(10);

        assertThat(boards.messagesSince(8, 100)).extracting(Sent::number).containsExactly(9L);
        assertThat(boards.messagesSince(9, 100)).isEmpty();
    }

    @Test
    void eachHasTheTimeAtWhichItWasSent() {
        send(1);

        assertThat(boards.messagesSince(-1, 1)).extracting(Sent::time).containsExactly(clock.now());
    }
}
