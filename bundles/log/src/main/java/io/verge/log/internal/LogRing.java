package io.verge.log.internal;

import io.verge.api.log.LogLine;
import io.verge.api.log.LogListener;
import io.verge.api.log.Logs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps the last lines, each of bounded length. */
@Component(service = Logs.class, immediate = true)
public final class LogRing extends Handler implements Logs {
    private static final int LINES = 500;
    private static final int LINE_LIMIT = 1_000;

    private final List<LogListener> listeners = new CopyOnWriteArrayList<>();
    /** Guarded by itself. */
    private final Deque<LogLine> lines = new ArrayDeque<>(LINES);

    private final Formatter formatter = new SimpleFormatter();
    private long next;

    @Activate
    public LogRing() {
        Logger.getLogger("").addHandler(this);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(LogListener listener) {
        listeners.add(listener);
    }

    void removeListener(LogListener listener) {
        listeners.remove(listener);
    }

    @Deactivate
    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() < Level.INFO.intValue()) {
            return;
        }
        Throwable thrown = entry.getThrown();
        String message = bounded(formatter.formatMessage(entry));
        String because = thrown == null ? null : bounded(thrown.toString());
        synchronized (lines) {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(new LogLine(next, entry.getInstant(), word(entry.getLevel()), name(entry), message, because));
            next++;
        }
        for (LogListener listener : listeners) {
            try {
                listener.logged();
            } catch (RuntimeException e) {
                // Whoever logs must not suffer, and to log this would call the listener again.
                reportError("a listener of the log failed", e, ErrorManager.GENERIC_FAILURE);
            }
        }
    }

    @Override
    public List<LogLine> since(long after, int limit) {
        List<LogLine> newest = new ArrayList<>();
        synchronized (lines) {
            Iterator<LogLine> backwards = lines.descendingIterator();
            while (backwards.hasNext() && newest.size() < limit) {
                LogLine line = backwards.next();
                if (line.number() <= after) {
                    break;
                }
                newest.add(line);
            }
        }
        Collections.reverse(newest);
        return newest;
    }

    private static String name(LogRecord entry) {
        return entry.getLoggerName() == null ? "-" : entry.getLoggerName();
    }

    private static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        return level.intValue() >= Level.WARNING.intValue() ? "WARN" : "INFO";
    }

    private static String bounded(String text) {
        if (text.length() <= LINE_LIMIT) {
            return text;
        }
        // Half a character cannot be written in UTF-8.
        int end = Character.isHighSurrogate(text.charAt(LINE_LIMIT - 1)) ? LINE_LIMIT - 1 : LINE_LIMIT;
        return text.substring(0, end) + " …";
    }

    @Override
    public void flush() {}
}
