package io.verge.api.outbox;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the cloud should get.
 *
 * @param stream names what it belongs to, such as {@code events} or {@code device/radar-ne}: {@code a-z0-9-} and slashes, since it
 *     becomes levels of a topic; the outbox drops what is named otherwise; order is kept within a stream
 * @param key in the lane {@link Lane#STATE}: what a later record replaces; null elsewhere
 * @param expires after this it is worthless; null when it never is
 * @param content one JSON value in UTF-8, as the stream's contract says
 */
public record CloudRecord(
        Lane lane, String stream, @Nullable String key, Instant time, @Nullable Instant expires, ByteBuffer content) {
    public CloudRecord {
        content = content.asReadOnlyBuffer();
    }

    /** The octets, read-only, with a position of its own. */
    @Override
    public ByteBuffer content() {
        return content.duplicate();
    }
}
