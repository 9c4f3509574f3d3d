package io.verge.api.outbox;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits in the outbox.
 *
 * @param store the outbox it is in: 16 hexadecimal digits, drawn when its file was made; sequences begin again with another
 * @param sequence counts the records of its lane and stream from 1, also over restarts; a gap is a record that was dropped
 * @param expires after this it is worthless; null when it never is
 * @param backlog whether it had waited when the session began
 */
public record StoredRecord(
        String store,
        Lane lane,
        String stream,
        long sequence,
        Instant time,
        @Nullable Instant expires,
        boolean backlog,
        ByteBuffer content) {
    public StoredRecord {
        content = content.asReadOnlyBuffer();
    }

    /** JSON, read-only, with a position of its own. */
    @Override
    public ByteBuffer content() {
        return content.duplicate();
    }
}
