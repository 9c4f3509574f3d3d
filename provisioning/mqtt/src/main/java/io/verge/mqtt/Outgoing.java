package io.verge.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to be published at quality 1.
 *
 * @param content not copied; nobody may change it any more
 * @param retained the broker keeps it for who comes later
 * @param expiry the broker drops what it could not deliver after this; null for never
 * @param properties user properties
 */
@SuppressWarnings("ArrayRecordComponent") // a message is compared with none
public record Outgoing(
        String topic, byte[] content, boolean retained, @Nullable Duration expiry, Map<String, String> properties) {
    /** A text and nothing beside. */
    public static Outgoing text(String topic, String content, boolean retained) {
        return new Outgoing(topic, content.getBytes(StandardCharsets.UTF_8), retained, null, Map.of());
    }
}
