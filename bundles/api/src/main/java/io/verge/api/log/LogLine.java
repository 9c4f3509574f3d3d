package io.verge.api.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param number counts up from 0 since the agent was started
 * @param level {@code ERROR}, {@code WARN} or {@code INFO}
 * @param logger whose line it is
 * @param thrown the class and message of what was thrown; null when nothing was
 */
public record LogLine(
        long number, Instant time, String level, String logger, String message, @Nullable String thrown) {}
