package io.verge.api.outbox;

import org.osgi.annotation.versioning.ProviderType;

/** Says how the outbox is. */
@ProviderType
public interface OutboxHealth {
    /** How it is and what waits. Never blocks, never touches the disk; any thread. */
    OutboxReport report();
}
