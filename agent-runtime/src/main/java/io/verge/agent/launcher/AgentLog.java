package io.verge.agent.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The agent's log: one file of bounded size that is turned over once, and the console. On the console a line has no time when
 * the journal adds its own, and the journal's priority in front.
 */
public final class AgentLog {
    private static final int FILE_LIMIT = 4 << 20;
    private static final int FILES = 2;
    /** Tells of each of its settings at every start. Held here, since a logger that nobody holds forgets its level. */
    private static final Logger TALKATIVE = Logger.getLogger("org.eclipse.californium");

    private AgentLog() {}

    /** Logs to the file and, from the given level up, to standard error. */
    public static void start(Places places, Level console) throws IOException {
        Path file = places.logFile();
        boolean journal = System.getenv("JOURNAL_STREAM") != null;
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        Files.createDirectories(file.getParent());
        FileHandler toFile = new FileHandler(file + ".%g", FILE_LIMIT, FILES, true);
        toFile.setFormatter(new Line(true, false));
        root.addHandler(toFile);
        consoleOnly(root, console, journal);
    }

    /** Logs to standard error alone: for a command that leaves no files. */
    public static void startConsole(Level level) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        consoleOnly(root, level, false);
    }

    private static void consoleOnly(Logger root, Level level, boolean journal) {
        TALKATIVE.setLevel(Level.WARNING);
        Handler console = new ConsoleHandler();
        console.setLevel(level);
        console.setFormatter(new Line(!journal, journal));
        root.addHandler(console);
    }

    /** Closes the file. */
    public static void stop() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.close();
        }
    }

    /** One line a record, a stack trace below it. */
    private static final class Line extends Formatter {
        private final boolean timed;
        private final boolean journal;

        Line(boolean timed, boolean journal) {
            this.timed = timed;
            this.journal = journal;
        }

        @Override
        public String format(LogRecord entry) {
            StringBuilder line = new StringBuilder();
            if (journal) {
                line.append('<').append(priority(entry.getLevel())).append('>');
            }
            if (timed) {
                Instant time = entry.getInstant().truncatedTo(ChronoUnit.MILLIS);
                line.append(time).append(' ');
            }
            line.append(word(entry.getLevel()))
                    .append(' ')
                    .append(shortName(entry.getLoggerName()))
                    .append(": ")
                    .append(formatMessage(entry))
                    .append('\n');
            Throwable thrown = entry.getThrown();
            if (thrown != null) {
                StringWriter trace = new StringWriter();
                thrown.printStackTrace(new PrintWriter(trace, true));
                line.append(trace);
            }
            return line.toString();
        }

        /** As in sd-daemon(3). */
        private static int priority(Level level) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                return 3;
            }
            return level.intValue() >= Level.WARNING.intValue() ? 4 : 6;
        }

        private static String word(Level level) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                return "ERROR";
            }
            return level.intValue() >= Level.WARNING.intValue() ? "WARN " : "INFO ";
        }

        private static String shortName(String logger) {
            return logger == null ? "-" : logger.substring(logger.lastIndexOf('.') + 1);
        }
    }
}
