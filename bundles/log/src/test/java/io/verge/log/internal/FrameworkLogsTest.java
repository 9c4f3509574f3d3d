package io.verge.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.log.LogLine;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

class FrameworkLogsTest {
    private final TestReader reader = new TestReader();
    private final LogRing ring = new LogRing();
    private final FrameworkLogs logs = new FrameworkLogs(reader);
    private List<Handler> others = List.of();

    /** The console need not hear of what is tested here. */
    @BeforeEach
    void quiet() {
        Logger root = Logger.getLogger("");
        others = new ArrayList<>(List.of(root.getHandlers()));
        others.remove(ring);
        others.forEach(root::removeHandler);
    }

    @AfterEach
    void end() {
        logs.close();
        ring.close();
        others.forEach(Logger.getLogger("")::addHandler);
    }

    private static final class TestReader implements LogReaderService {
        private final List<LogListener> listeners = new ArrayList<>();

        @Override
        public void addLogListener(LogListener listener) {
            listeners.add(listener);
        }

        @Override
        public void removeLogListener(LogListener listener) {
            listeners.remove(listener);
        }

        @Override
        public Enumeration<LogEntry> getLog() {
            return Collections.emptyEnumeration();
        }
    }

    private void say(LogLevel level, @Nullable Bundle bundle, @Nullable Throwable thrown) {
        Map<String, @Nullable Object> answers = new HashMap<>();
        answers.put("getLogLevel", level);
        answers.put("getMessage", "component failed");
        answers.put("getBundle", bundle);
        answers.put("getException", thrown);
        LogEntry entry = fake(LogEntry.class, answers);
        reader.listeners.forEach(listener -> listener.logged(entry));
    }

    private static Bundle bundle(@Nullable String name) {
        Map<String, @Nullable Object> answers = new HashMap<>();
        answers.put("getSymbolicName", name);
        return fake(Bundle.class, answers);
    }

    private static <T> T fake(Class<T> type, Map<String, @Nullable Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    @Test
    void anErrorOfAServiceOfTheFrameworkIsLogged() {
        say(LogLevel.ERROR, bundle("org.apache.felix.scr"), new IllegalStateException("bad"));

        assertThat(ring.since(-1, 10))
                .singleElement()
                .extracting(LogLine::level, LogLine::logger, LogLine::message, LogLine::thrown)
                .containsExactly(
                        "ERROR", "org.apache.felix.scr", "component failed", "java.lang.IllegalStateException: bad");
    }

    @Test
    void aWarningIsLogged() {
        say(LogLevel.WARN, bundle("org.apache.felix.scr"), null);

        assertThat(ring.since(-1, 10)).extracting(LogLine::level).containsExactly("WARN");
    }

    @Test
    void whatIsLessThanAWarningIsNot() {
        say(LogLevel.INFO, bundle("org.apache.felix.scr"), null);
        say(LogLevel.DEBUG, bundle("org.apache.felix.scr"), null);

        assertThat(ring.since(-1, 10)).isEmpty();
    }

    @Test
    void whatNobodyOrANamelessBundleSaysIsTheFrameworks() {
        say(LogLevel.WARN, null, null);
        say(LogLevel.WARN, bundle(null), null);

        assertThat(ring.since(-1, 10)).extracting(LogLine::logger).containsExactly("framework", "framework");
    }

    @Test
    void nothingIsForwardedAfterItsEnd() {
        logs.close();
        say(LogLevel.ERROR, null, null);

        assertThat(reader.listeners).isEmpty();
        assertThat(ring.since(-1, 10)).isEmpty();
    }
}
