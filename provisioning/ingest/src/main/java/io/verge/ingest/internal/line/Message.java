package io.verge.ingest.internal.line;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came. Nothing of it is checked.
 *
 * @param content not copied; nobody changes it
 * @param properties user properties; of one that is given twice the last
 */
@SuppressWarnings("ArrayRecordComponent") // a message is compared with none
public record Message(String topic, byte[] content, Map<String, String> properties) {
    /** A user property. */
    public @Nullable String property(String name) {
        return properties.get(name);
    }
}
