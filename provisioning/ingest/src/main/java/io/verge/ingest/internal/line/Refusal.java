package io.verge.ingest.internal.line;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be kept as a record, and is set aside.
 *
 * @param reason for people
 * @param content its begin, at most {@value #KEPT} octets; not copied
 * @param record its number, when that could be read: it is acknowledged, since a box that sends it again makes it no better
 */
@SuppressWarnings("ArrayRecordComponent") // a refusal is compared with none
public record Refusal(String topic, String reason, byte[] content, @Nullable Numbered record) {
    /** So much of what is refused is kept. */
    public static final int KEPT = 4096;

    public Refusal {
        content = content.length <= KEPT ? content : Arrays.copyOf(content, KEPT);
    }

    /** A whole message. */
    public static Refusal of(Message message, String reason) {
        return new Refusal(message.topic(), reason, message.content(), null);
    }

    /** Which record it would have been. */
    public record Numbered(Source source, String store, long sequence) {}
}
