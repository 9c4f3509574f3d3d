package io.verge.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final Health ALIVE = new Health(true, "all passes");
    private static final Health STUCK = new Health(false, "stuck");

    private final List<List<String>> told = new ArrayList<>();
    private final Pulse pulse = new Pulse(told::add);

    @Test
    void itIsReadyOnceAndFedEachTime() {
        pulse.beat(ALIVE);
        pulse.beat(ALIVE);
        assertThat(told)
                .containsExactly(
                        List.of("READY=1", "WATCHDOG=1", "STATUS=all passes"),
                        List.of("WATCHDOG=1", "STATUS=all passes"));
    }

    @Test
    void beforeAnythingPassesItIsNotReady() {
        pulse.beat(STUCK);
        assertThat(told).containsExactly(List.of("STATUS=stuck"));
    }

    @Test
    void whatIsStuckIsToldAndNotFed() {
        pulse.beat(ALIVE);
        pulse.beat(STUCK);
        assertThat(told).last().isEqualTo(List.of("STATUS=stuck"));
    }

    @Test
    void whatPassesAgainIsFedAgain() {
        pulse.beat(ALIVE);
        pulse.beat(STUCK);
        pulse.beat(ALIVE);
        assertThat(told).last().isEqualTo(List.of("WATCHDOG=1", "STATUS=all passes"));
    }

    @Test
    void readinessThatDidNotArriveIsToldAgain() {
        boolean[] deaf = {true};
        Pulse retried = new Pulse(word -> {
            if (deaf[0]) {
                deaf[0] = false;
                throw new IOException("not heard, which this test wants");
            }
            told.add(word);
        });
        retried.beat(ALIVE);
        retried.beat(ALIVE);
        assertThat(told).containsExactly(List.of("READY=1", "WATCHDOG=1", "STATUS=all passes"));
    }
}
