package io.verge.api.audit;

import io.verge.api.status.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the trail is.
 *
 * @param status OK; DEGRADED when entries could not be written; FAILED when what was there is not what was written
 * @param entries number of the newest entry that outlives a power cut; those of the oldest files may have gone
 * @param head the newest hash; 64 zeros before the first entry
 * @param anchored number of the newest entry whose hash was handed to the outbox and is durable there, which does not say that it
 *     has arrived; 0 before the first
 * @param anchoredAt when; null before the first
 */
public record AuditReport(Status status, long entries, String head, long anchored, @Nullable Instant anchoredAt) {}
