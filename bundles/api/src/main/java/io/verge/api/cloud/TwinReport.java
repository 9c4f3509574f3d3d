package io.verge.api.cloud;

import io.verge.api.status.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cloud wants and what became of it.
 *
 * @param epoch of the cloud's document; another epoch begins versions anew
 * @param desired version last heard of, 0 before the first
 * @param applied version last committed, 0 before the first
 * @param keys by section or block of the profile
 */
public record TwinReport(Status status, long epoch, long desired, long applied, List<Key> keys) {
    public TwinReport {
        keys = List.copyOf(keys);
    }

    /** What became of the wish for a key. */
    public enum Outcome {
        OK,
        /** Applied, and still on probation. */
        PENDING,
        REJECTED,
        /** A maintainer holds what is here. */
        OVERRIDDEN
    }

    /**
     * One section or block.
     *
     * @param key such as {@code apps.collision-warning}
     * @param desired the version that caused what is here
     * @param why in words; null when there is nothing to say
     * @param until when a hold ends; null without one
     */
    public record Key(String key, long desired, Outcome outcome, @Nullable String why, @Nullable Instant until) {}
}
