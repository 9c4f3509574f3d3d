package io.verge.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.log.LogLine;
import io.verge.api.log.LogListener;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogRingTest {
    private static final Instant TIME = Instant.parse("2026-03-01T08:00:00Z");

    private final LogRing ring = new LogRing();

    @AfterEach
    void end() {
        ring.close();
    }

    private static LogRecord entry(Level level, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName("io.verge.gate");
        entry.setInstant(TIME);
        return entry;
    }

    private void log(int count) {
        for (int i = 0; i < count; i++) {
            ring.publish(entry(Level.INFO, "line " + i));
        }
    }

    private LogLine only() {
        assertThat(ring.since(-1, 10)).hasSize(1);
        return ring.since(-1, 10).get(0);
    }

    @Test
    void keepsWhatWasLogged() {
        LogRecord entry = entry(Level.WARNING, "radio {0} is gone");
        entry.setParameters(new Object[] {"rsu"});
        entry.setThrown(new IllegalStateException("cut"));
        ring.publish(entry);

        assertThat(only())
                .isEqualTo(new LogLine(
                        0, TIME, "WARN", "io.verge.gate", "radio rsu is gone", "java.lang.IllegalStateException: cut"));
    }

    @Test
    void hearsTheRootLogger() {
        Logger.getLogger("io.verge.some.bundle").log(Level.SEVERE, "lost");

        assertThat(only()).extracting(LogLine::level, LogLine::message).containsExactly("ERROR", "lost");
    }

    @Test
    void hearsNothingWhenClosed() {
        ring.close();
        Logger.getLogger("io.verge.some.bundle").log(Level.SEVERE, "lost");

        assertThat(ring.since(-1, 10)).isEmpty();
    }

    @Test
    void keepsTheLastFiveHundredLines() {
        log(1_234);

        List<LogLine> lines = ring.since(-1, 10_000);
        assertThat(lines).hasSize(500);
        assertThat(lines.get(0).number()).isEqualTo(734);
        assertThat(lines.get(499).message()).isEqualTo("line 1233");
    }

    @Test
    void linesComeOldestFirst() {
        log(5);

        assertThat(ring.since(-1, 10)).extracting(LogLine::number).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void ofTooManyTheNewestCome() {
        log(5);

        assertThat(ring.since(-1, 2)).extracting(LogLine::number).containsExactly(3L, 4L);
    }

    @Test
    void onlyWhatCameAfterTheOneKnown() {
        log(5);

        assertThat(ring.since(2, 10)).extracting(LogLine::number).containsExactly(3L, 4L);
        assertThat(ring.since(4, 10)).isEmpty();
    }

    @Test
    void noneWhenNoneAreWanted() {
        log(5);

        assertThat(ring.since(-1, 0)).isEmpty();
    }

    @Test
    void detailsAreNotKept() {
        ring.publish(entry(Level.FINE, "a detail"));

        assertThat(ring.since(-1, 10)).isEmpty();
    }

    @Test
    void aLongLineIsCut() {
        ring.publish(entry(Level.INFO, "x".repeat(5_000)));

        assertThat(only().message()).hasSize(1_002).endsWith("x …");
    }

    @Test
    void aLineIsNotCutWithinACharacter() {
        String message = "x".repeat(999) + "\uD83D\uDEA6".repeat(9);
        ring.publish(entry(Level.INFO, message));

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(only().message()))
                .isTrue();
    }

    @Test
    void aMessageWithBracesIsLeftAsItIs() {
        ring.publish(entry(Level.INFO, "{not a pattern"));

        assertThat(only().message()).isEqualTo("{not a pattern");
    }

    @Test
    void aRecordWithoutLoggerHasALineToo() {
        LogRecord nameless = new LogRecord(Level.INFO, "hello");
        ring.publish(nameless);

        assertThat(only().logger()).isEqualTo("-");
    }

    @Test
    void listenersAreToldOfEachLine() {
        AtomicInteger told = new AtomicInteger();
        LogListener listener = told::incrementAndGet;
        ring.addListener(listener);
        log(3);
        ring.removeListener(listener);
        log(2);

        assertThat(told).hasValue(3);
    }

    @Test
    void aListenerThatThrowsDoesNotHurtWhoeverLogs() {
        AtomicInteger told = new AtomicInteger();
        ring.setErrorManager(new ErrorManager() {
            @Override
            public synchronized void error(String message, Exception thrown, int code) {
                // Quiet: the default one prints.
            }
        });
        ring.addListener(() -> {
            throw new IllegalStateException("bad");
        });
        ring.addListener(told::incrementAndGet);
        log(1);

        assertThat(told).hasValue(1);
    }
}
