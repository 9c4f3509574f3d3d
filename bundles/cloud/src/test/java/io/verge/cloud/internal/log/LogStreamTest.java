package io.verge.cloud.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.log.LogLine;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class LogStreamTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MEMORY = 20;

    private final ManualClock clock = ManualClock.standing();
    private final Deque<LogLine> memory = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final List<IntConsumer> outcomes = new ArrayList<>();
    private final LogStream stream = new LogStream(this::since, clock, new TestWire());
    private boolean session = true;
    private int size = 4096;
    private long number;

    private final class TestWire implements LogStream.Wire {
        @Override
        public boolean send(String json, IntConsumer outcome) {
            if (session) {
                told.add(json);
                outcomes.add(outcome);
            }
            return session;
        }

        @Override
        public int size() {
            return size;
        }
    }

    @Test
    void nothingIsSentThatNobodyWants() {
        log("ERROR", "broken");
        second();

        assertThat(told).isEmpty();
    }

    @Test
    void whatIsLoggedFromNowOnIsSent() {
        log("WARN", "before");
        stream.want(LogLevel.INFO, 50, MINUTE);
        log("WARN", "after");
        second();

        assertThat(told)
                .containsExactly("{\"level\":\"INFO\",\"until\":\"2026-03-01T08:01:00Z\",\"dropped\":0,\"lines\":"
                        + "[{\"number\":1,\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"WARN\",\"logger\":\"io.verge\","
                        + "\"message\":\"after\"}]}");
    }

    @Test
    void lessGraveLinesAreLeftOutAndNotCountedAsDropped() {
        stream.want(LogLevel.WARN, 50, MINUTE);
        for (int i = 0; i < 2 * MEMORY; i++) {
            log("INFO", "chatter");
            second();
        }
        log("WARN", "odd");
        second();

        assertThat(told)
                .singleElement()
                .asString()
                .contains("\"dropped\":0", "odd")
                .doesNotContain("chatter");
    }

    @Test
    void oneMessageIsOnItsWayAtATime() {
        stream.want(LogLevel.INFO, 50, MINUTE);
        log("WARN", "one");
        second();
        log("WARN", "two");
        second();
        assertThat(told).hasSize(1);

        arrives(0);
        second();
        assertThat(told).last().asString().contains("two").doesNotContain("one");
    }

    @Test
    void noMoreLinesASecondGoThanAllowedAndTheOthersFollow() {
        stream.want(LogLevel.INFO, 2, MINUTE);
        for (int i = 0; i < 3; i++) {
            log("WARN", "line-" + i);
        }
        second();
        assertThat(told.get(0)).contains("line-0", "line-1").doesNotContain("line-2");

        arrives(0);
        second();
        assertThat(told.get(1)).contains("line-2", "\"dropped\":0");
    }

    @Test
    void aMessageIsNoLargerThanTheLinkTakesWell() {
        size = 1024;
        stream.want(LogLevel.INFO, 50, MINUTE);
        for (int i = 0; i < MEMORY; i++) {
            log("WARN", "x".repeat(300));
        }
        second();

        assertThat(told.get(0).length()).isBetween(700, 1400);
    }

    @Test
    void whatTheMemoryForgetsBeforeItIsSentIsSaid() {
        stream.want(LogLevel.INFO, 50, MINUTE);
        for (int i = 0; i < MEMORY + 5; i++) {
            log("WARN", "line-" + i);
        }
        second();
        arrives(0);
        second();

        assertThat(told.get(0)).contains("\"dropped\":5", "line-5").doesNotContain("line-4\"");
        assertThat(counters()).containsEntry("logDropped", 5L).containsEntry("logLines", 20L);
    }

    @Test
    void aLostSessionLosesNoLine() {
        stream.want(LogLevel.INFO, 50, MINUTE);
        log("WARN", "one");
        second();
        arrives(-1);
        session = false;
        log("WARN", "two");
        second();
        session = true;
        second();

        assertThat(told).hasSize(2).last().asString().contains("one", "two");
    }

    @Test
    void itEndsByItselfAndSaysSo() {
        stream.want(LogLevel.INFO, 50, MINUTE);
        clock.advance(MINUTE);
        second();
        log("WARN", "afterwards");
        arrives(0);
        second();

        assertThat(told).singleElement().asString().contains("\"ended\":true");
    }

    @Test
    void itEndsWhenNoTimeIsWantedAnyMore() {
        stream.want(LogLevel.INFO, 50, MINUTE);
        stream.want(LogLevel.INFO, 50, Duration.ZERO);
        second();
        arrives(0);
        log("WARN", "afterwards");
        second();

        assertThat(told).singleElement().asString().contains("\"ended\":true");
    }

    private void second() {
        clock.advance(Duration.ofSeconds(1));
        stream.tick();
    }

    private void arrives(int reason) {
        outcomes.remove(0).accept(reason);
    }

    private Map<String, Long> counters() {
        Map<String, Long> counters = new HashMap<>();
        stream.count(counters);
        return counters;
    }

    private void log(String level, String message) {
        if (memory.size() == MEMORY) {
            memory.removeFirst();
        }
        memory.addLast(new LogLine(number++, Instant.EPOCH, level, "io.verge", message, null));
    }

    private List<LogLine> since(long after, int limit) {
        List<LogLine> newer =
                memory.stream().filter(line -> line.number() > after).toList();
        return newer.subList(Math.max(0, newer.size() - limit), newer.size());
    }
}
