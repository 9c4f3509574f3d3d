package io.verge.trust.internal.metadata;

import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may sign for a role.
 *
 * @param role that is signed for
 * @param keys by the ids that the document gives them
 * @param threshold different keys that must have signed
 */
public record Keyring(String role, Map<String, Key> keys, long threshold) {
    /** Bounds what verifying one document can cost. */
    private static final int MOST_KEYS = 64;

    public Keyring {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads {@code keyids} and {@code threshold}.
     *
     * @param known all keys of the document by id; an id that is not there can sign nothing
     */
    static Keyring of(String role, JsonObject json, Map<String, Key> known) throws TrustException {
        List<String> ids = json.texts("keyids");
        if (ids.size() > MOST_KEYS) {
            throw new TrustException(Reason.TOO_MUCH, json.role(), role + " has more than " + MOST_KEYS + " keys");
        }
        if (new HashSet<>(ids).size() != ids.size()) {
            throw json.refused("keyids", "must name each key once");
        }
        Map<String, Key> keys = new LinkedHashMap<>();
        for (String id : ids) {
            Key key = known.get(id);
            if (key != null) {
                keys.put(id, key);
            }
        }
        return new Keyring(role, keys, json.number("threshold", 1));
    }

    static Map<String, Key> keys(JsonObject json) throws TrustException {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (Map.Entry<String, JsonObject> entry : json.objectsByName().entrySet()) {
            keys.put(entry.getKey(), Key.of(entry.getValue()));
        }
        return keys;
    }

    /**
     * Whether enough have signed. A key counts once, also under two ids.
     *
     * @throws TrustException when they have not
     */
    public void check(Envelope document) throws TrustException {
        Set<Key> signed = new HashSet<>();
        for (Map.Entry<String, String> signature : document.signatures().entrySet()) {
            Key key = keys.get(signature.getKey());
            if (key != null && !signed.contains(key) && key.verifies(document.message(), signature.getValue())) {
                signed.add(key);
            }
            if (signed.size() >= threshold) {
                return;
            }
        }
        throw new TrustException(
                Reason.SIGNATURES,
                document.role(),
                "is signed by " + signed.size() + " of its keys, and " + threshold + " must have");
    }

    /** The keys without their ids. */
    public Set<Key> distinct() {
        return Set.copyOf(new HashSet<>(keys.values()));
    }
}
