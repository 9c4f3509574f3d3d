package io.verge.gate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.message.MessageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A thousand stops a minute are one line. */
class StopLogTest {
    private final List<String> lines = new ArrayList<>();
    private final StopLog log = new StopLog((reason, line) -> lines.add(line));

    private void stop(MessageKind kind, Reason reason, long seconds) {
        log.stopped(kind, new Stop(reason, "so it is"), TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void theFirstStopIsTold() {
        stop(MessageKind.RSM, Reason.TOO_OLD, -100);
        assertThat(lines).containsExactly("RSM stopped, too-old: so it is");
    }

    @Test
    void othersWithinAMinuteAreNot() {
        for (int second = 0; second < 60; second++) {
            stop(MessageKind.RSM, Reason.TOO_OLD, second);
        }
        assertThat(lines).hasSize(1);
    }

    @Test
    void afterAMinuteTheirCountIs() {
        for (int second = 0; second <= 60; second++) {
            stop(MessageKind.RSM, Reason.TOO_OLD, second);
        }
        assertThat(lines).last().isEqualTo("RSM stopped, too-old: so it is (60 times since the last such line)");
    }

    @Test
    void eachKindAndReasonHasItsOwnFirst() {
        stop(MessageKind.RSM, Reason.TOO_OLD, 0);
        stop(MessageKind.SPAT, Reason.TOO_OLD, 0);
        stop(MessageKind.SPAT, Reason.CLOCK, 0);
        assertThat(lines).hasSize(3);
    }
}
