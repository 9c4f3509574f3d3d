package io.verge.trust.authoring;

import io.verge.trust.internal.metadata.Key;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys of roles, as roots and delegations list them. */
final class KeyList {
    private KeyList() {}

    /**
     * Lets these keys sign for a role.
     *
     * @param keys the object of all keys, to which they are added
     * @param role the object of the role
     */
    static void assign(
            Map<String, Object> keys, Map<String, Object> role, int threshold, Collection<PublicKey> signers) {
        if (threshold < 1 || threshold > signers.size()) {
            throw new IllegalArgumentException(
                    "a threshold of " + threshold + " cannot be met by " + signers.size() + " keys");
        }
        List<Object> ids = new ArrayList<>();
        for (PublicKey signer : signers) {
            Key key = Key.of(signer);
            keys.put(key.id(), key.json());
            ids.add(key.id());
        }
        if (new HashSet<>(ids).size() != ids.size()) {
            throw new IllegalArgumentException("each key of a role must be another");
        }
        role.put("keyids", ids);
        role.put("threshold", (long) threshold);
    }

    /** Removes keys that no role uses any more. */
    static void tidy(Map<String, Object> keys, Collection<Map<String, Object>> roles) {
        Set<Object> used = new HashSet<>();
        roles.forEach(role -> used.addAll((List<?>) role.getOrDefault("keyids", List.of())));
        keys.keySet().retainAll(used);
    }
}
