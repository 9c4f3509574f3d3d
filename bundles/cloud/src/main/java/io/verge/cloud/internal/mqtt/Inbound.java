package io.verge.cloud.internal.mqtt;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that came from the broker. Nothing of it is checked.
 *
 * @param retained whether the broker had kept it, so that it may be old
 * @param expirySeconds of its message expiry, as left when the broker sent it; null when it never expires
 * @param responseTopic where the sender wants the reply; null when it named none
 * @param correlation to be sent back with the reply; null when there is none
 * @param properties user properties; of one that is given twice the last
 */
public record Inbound(
        String topic,
        ByteBuffer content,
        boolean retained,
        @Nullable Long expirySeconds,
        @Nullable String responseTopic,
        @Nullable ByteBuffer correlation,
        Map<String, String> properties) {
    public Inbound {
        content = content.asReadOnlyBuffer();
        correlation = correlation == null ? null : correlation.asReadOnlyBuffer();
        properties = Map.copyOf(properties);
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
