package io.verge.outbox.internal;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way into the file. Its fate belongs to the thread that writes.
 *
 * @param key never null in the lane state, where a missing one is empty
 */
record Entry(
        Lane lane,
        String stream,
        @Nullable String key,
        Instant time,
        @Nullable Instant expires,
        byte[] content,
        CompletableFuture<Void> done) {
    /** What a record takes beside its content, about: in the file, and half of it in memory. */
    static final int OVERHEAD = 40;

    /** The content is copied: its producer may use the buffer again. */
    static Entry of(CloudRecord one) {
        ByteBuffer content = one.content();
        byte[] octets = new byte[content.remaining()];
        content.get(octets);
        String key = one.lane() == Lane.STATE ? (one.key() == null ? "" : one.key()) : null;
        return new Entry(one.lane(), one.stream(), key, one.time(), one.expires(), octets, new CompletableFuture<>());
    }
}
