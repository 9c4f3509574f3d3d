package io.verge.cloud.internal.log;

import io.verge.api.log.LogLine;
import java.util.Arrays;
import java.util.Map;

/** How grave a line is; the gravest first. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO;

    /**
     * The level that a request names.
     *
     * @param request its object; without {@code level} all lines are wanted
     * @throws IllegalArgumentException when it names another
     */
    public static LogLevel of(Map<String, Object> request) {
        Object name = request.getOrDefault("level", INFO.name());
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("level: ERROR, WARN or INFO was expected"));
    }

    /** Whether a line is as grave as this, or graver. */
    public boolean takes(LogLine line) {
        return Arrays.stream(values())
                .anyMatch(level -> level.compareTo(this) <= 0 && level.name().equals(line.level()));
    }
}
