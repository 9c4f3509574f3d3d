package io.verge.api.outbox;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps records until the cloud has them. Never blocks; called by any thread. */
@ProviderType
public interface Outbox {
    /**
     * Takes a record. Its content is copied.
     *
     * @return completes when the record is on the disk: at once, as soon as that is written, in the lane critical, and within the
     *     configured delay in the others. Exceptionally when it was dropped, which is counted by lane and reason; and when it cannot be
     *     made durable now, since the disk is full or read-only: then it is kept in memory and sent if it can be. What hangs on it runs
     *     on the outbox's thread and returns at once
     */
    CompletionStage<Void> offer(CloudRecord entry);
}
