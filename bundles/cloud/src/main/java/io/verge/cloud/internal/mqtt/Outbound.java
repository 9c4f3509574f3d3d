package io.verge.cloud.internal.mqtt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that the box publishes.
 *
 * @param quality of service: 0 or 1; 2 is not used, since records are numbered
 * @param retained whether the broker keeps it for those who subscribe later
 * @param expiry after which the broker drops it; null when it never does
 * @param contentType such as {@code application/json}; null when it is not said
 * @param correlation of a reply, as the request had it; null when it is none
 * @param properties user properties, in order
 */
public record Outbound(
        String topic,
        ByteBuffer content,
        int quality,
        boolean retained,
        @Nullable Duration expiry,
        @Nullable String contentType,
        @Nullable ByteBuffer correlation,
        Map<String, String> properties) {
    public static final String JSON = "application/json";

    public Outbound {
        if (quality < 0 || quality > 1) {
            throw new IllegalArgumentException("quality of service is 0 or 1: " + quality);
        }
        content = content.asReadOnlyBuffer();
        correlation = correlation == null ? null : correlation.asReadOnlyBuffer();
    }

    /** At least once, not retained. */
    public static Outbound json(String topic, String content) {
        return json(topic, content, false, null);
    }

    /** At least once, kept by the broker. */
    public static Outbound retained(String topic, String content) {
        return json(topic, content, true, null);
    }

    /** At least once, to whoever asked. */
    public static Outbound reply(String topic, String content, @Nullable ByteBuffer correlation) {
        return json(topic, content, false, correlation);
    }

    private static Outbound json(String topic, String content, boolean retained, @Nullable ByteBuffer correlation) {
        ByteBuffer octets = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        return new Outbound(topic, octets, 1, retained, null, JSON, correlation, Map.of());
    }

    /** The octets, read-only, with a position of its own. */
    @Override
    public ByteBuffer content() {
        return content.duplicate();
    }

    @Override
    public @Nullable ByteBuffer correlation() {
        return correlation == null ? null : correlation.duplicate();
    }
}
