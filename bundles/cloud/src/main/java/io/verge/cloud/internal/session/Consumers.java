package io.verge.cloud.internal.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.verge.cloud.internal.mqtt.Inbound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Who takes what the box sends, and whether they say that they are there. One thread. */
final class Consumers {
    private static final int MOST = 32;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Boolean> there = new TreeMap<>();

    /** One of them has said how it is; what cannot be read counts as away, as does a message that was taken back. */
    void heard(String name, Inbound message) {
        if (there.containsKey(name) || there.size() < MOST) {
            there.put(name, online(message.content()));
        }
    }

    /** Whether the one that counts is there; nobody counts when the name is empty. */
    boolean there(String name) {
        return name.isEmpty() || there.getOrDefault(name, false);
    }

    Map<String, Boolean> all() {
        return Map.copyOf(there);
    }

    /** A session has ended: nobody knows. */
    void forget() {
        there.clear();
    }

    /** Whether it is a document that says {@code "state":"online"}. */
    static boolean online(ByteBuffer content) {
        byte[] octets = new byte[content.remaining()];
        content.get(octets);
        try (JsonParser in = JSON.createParser(octets)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken value = in.nextToken();
                if (name.equals("state")) {
                    return value == JsonToken.VALUE_STRING && in.getText().equals("online");
                }
                in.skipChildren();
            }
        } catch (IOException e) {
            // As good as away.
        }
        return false;
    }
}
