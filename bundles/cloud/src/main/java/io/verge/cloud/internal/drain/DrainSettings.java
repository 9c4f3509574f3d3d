package io.verge.cloud.internal.drain;

import java.time.Duration;

/**
 * How the outbox is drained.
 *
 * @param consumer whose acknowledgement critical records wait for; empty when the broker's is enough
 * @param acknowledge after which critical records without it are sent again
 * @param backlogSpread what has waited begins up to so long after the session
 * @param share of the uplink for what has waited; above 0, at most 1
 * @param message octets of records in one message at most
 * @param telemetryQuality quality of service of live telemetry, 0 or 1
 */
public record DrainSettings(
        String consumer,
        Duration acknowledge,
        Duration backlogSpread,
        double share,
        int message,
        Compression compression,
        int telemetryQuality) {
    /** When messages are compressed. */
    public enum Compression {
        /** Where it pays on this link. */
        AUTO,
        ALWAYS,
        NEVER
    }
}
