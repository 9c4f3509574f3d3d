package io.verge.api.outbox;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps records until the cloud has them. Never blocks; called by any thread. */
@ProviderType
public interface Outbox {
    /**
     * Takes a record.
     *
     * @return completes when the record is as durable as its lane demands, or exceptionally when it was dropped; the drop is
     *     counted by lane and reason
     */
    CompletionStage<Void> offer(CloudRecord entry);
}
