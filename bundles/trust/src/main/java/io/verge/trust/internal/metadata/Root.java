package io.verge.trust.internal.metadata;

import io.verge.trust.TrustException;
import io.verge.trust.internal.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who may sign for the top-level roles.
 *
 * @param consistentSnapshot whether files of metadata have their version in their name, and targets their hash
 * @param keyrings of the four roles
 */
public record Root(Header header, boolean consistentSnapshot, Map<String, Keyring> keyrings) implements Metadata {
    public static final String ROLE = "root";

    /** The top-level roles. */
    public static final List<String> ROLES = List.of(ROLE, Timestamp.ROLE, Snapshot.ROLE, Targets.ROLE);

    /** Parses, and believes nothing. */
    public static Root of(Envelope document) throws TrustException {
        JsonObject signed = document.signed();
        Map<String, Key> keys = Keyring.keys(signed.object("keys"));
        JsonObject roles = signed.object("roles");
        Map<String, Keyring> keyrings = new LinkedHashMap<>();
        for (String role : ROLES) {
            keyrings.put(role, Keyring.of(role, roles.object(role), keys));
        }
        return new Root(Header.of(document, ROLE), signed.flag("consistent_snapshot", false), keyrings);
    }

    public Keyring keyring(String role) {
        return Objects.requireNonNull(keyrings.get(role), role);
    }

    /** Whether a key that might sign for a role by an earlier root may not any more. */
    public boolean revokes(String role, Root before) {
        return !keyring(role).distinct().containsAll(before.keyring(role).distinct());
    }
}
