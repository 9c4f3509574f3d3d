package io.verge.trust.internal.json;

import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;

/**
 * Metadata as trees that cannot be changed, with whole numbers alone and without null, as canonical JSON has them. What has two readings
 * is refused, so that what was signed is what is understood.
 */
public final class JsonReader {
    private JsonReader() {}

    /**
     * Reads one object.
     *
     * @param role for messages
     * @param content no longer than the caller allows
     * @param deepest how many objects and arrays may be within each other
     */
    public static JsonObject read(String role, byte[] content, int deepest) throws TrustException {
        JsonTreeReader reader =
                JsonTreeReader.of(content.length, deepest).wholeNumbers().namedNulls();
        try {
            return new JsonObject(role, "", reader.object(content));
        } catch (JsonTreeException e) {
            throw new TrustException(reason(e), role, String.valueOf(e.getMessage()));
        }
    }

    private static Reason reason(JsonTreeException refusal) {
        return switch (refusal.reason()) {
            case MALFORMED -> Reason.MALFORMED;
            case TOO_MUCH -> Reason.TOO_MUCH;
        };
    }
}
