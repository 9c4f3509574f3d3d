package io.verge.api.outbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a lane, and what became of what came since the start.
 *
 * @param records so many wait
 * @param octets of content that wait
 * @param budget octets that may wait
 * @param oldest when the oldest that waits was made; null when none does
 * @param offered came since the start
 * @param confirmed arrived since the start
 * @param dropped since the start, by reason: {@code expired}, {@code full}, {@code replaced}, {@code thinned}, {@code too-large}, {@code failed}
 */
public record LaneReport(
        Lane lane,
        long records,
        long octets,
        long budget,
        @Nullable Instant oldest,
        long offered,
        long confirmed,
        Map<String, Long> dropped) {
    public LaneReport {
        dropped = Map.copyOf(dropped);
    }
}
