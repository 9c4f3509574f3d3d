package io.verge.trust.authoring;

import java.time.Duration;
import java.time.Instant;

/**
 * How long what is published may be used.
 *
 * @param now when it is published
 * @param snapshot how long the set of versions may be used
 * @param timestamp how long boxes may take it for the newest
 * @param carried how long both may be used on a box that they are carried to; not longer than the others: no longer than those
 */
public record Terms(Instant now, Duration snapshot, Duration timestamp, Duration carried) {
    /** A week, a day, and a month for what is carried. */
    public static Terms usual(Instant now) {
        return new Terms(now, Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(30));
    }
}
