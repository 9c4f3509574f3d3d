package io.verge.api.update;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One update of this box: the one that goes on, or one that has ended.
 *
 * @param wish what was asked for
 * @param phase where it is, or how it ended
 * @param since when it came there
 * @param began when it was asked for
 * @param generation made for it; 0 before there is one
 * @param fetched octets that are here
 * @param total octets that are to be fetched; 0 before that is known
 * @param code for machines, such as {@code expired-metadata}; empty while all is well
 * @param why for people: what it waits for, or why it has ended; empty when there is nothing to say
 * @param remedy for people: what to do about it; empty when there is nothing to do
 * @param rollback how long going back took: from the decision until the old set ran and the devices that were touched were heard again;
 *     null when it did not go back, or that is not known
 * @param plan what it touches; null before that is known
 */
public record UpdateEntry(
        UpdateWish wish,
        Phase phase,
        Instant since,
        Instant began,
        int generation,
        long fetched,
        long total,
        String code,
        String why,
        String remedy,
        @Nullable Duration rollback,
        @Nullable UpdatePlan plan) {}
