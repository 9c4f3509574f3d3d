package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailuresTest {
    private static final String NAME = "io.verge.flow.internal.FailuresTest";

    private final List<String> lines = new ArrayList<>();
    private final ManualClock clock = ManualClock.standing();
    private final Failures failures = new Failures(LoggerFactory.getLogger(NAME), clock);
    /** Held, for java.util.logging forgets loggers that nobody holds. */
    private final Logger logger = Logger.getLogger(NAME);

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void end() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private void fail(String what, int times) {
        for (int i = 0; i < times; i++) {
            failures.report(what, new IllegalStateException("bad"));
        }
    }

    @Test
    void theFirstIsLoggedAndTheOthersOfThatMinuteAreNot() {
        fail("app a", 100);

        assertThat(lines).containsExactly("app a (1 times since the last such line)");
    }

    @Test
    void afterAMinuteTheNextLineCountsThem() {
        fail("app a", 100);
        clock.advance(Duration.ofMinutes(1));
        fail("app a", 1);

        assertThat(lines).hasSize(2).last().isEqualTo("app a (100 times since the last such line)");
    }

    @Test
    void oneThatFailsOftenDoesNotHideAnother() {
        fail("app a", 100);
        fail("app b", 100);

        assertThat(lines).hasSize(2).last().asString().startsWith("app b");
    }

    @Test
    void keepsCountOfSoManyThingsAtMost() {
        fail("app a", 1);
        for (int i = 0; i < 100; i++) {
            fail("app " + i, 1);
        }
        lines.clear();
        fail("app a", 1); // forgotten, so new

        assertThat(lines).hasSize(1);
    }
}
