package io.verge.trust.internal.metadata;

import io.verge.trust.Downgrade;
import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.trust.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which files are genuine, and for which of them others are asked. The top-level role and those that it delegates to have this.
 *
 * @param files by path
 * @param delegations in the order in which they are asked
 * @param downgrades permissions to go back; they count in the top-level role only
 */
public record Targets(
        Header header, Map<String, TargetFile> files, List<Delegation> delegations, List<Downgrade> downgrades)
        implements Metadata {
    public static final String ROLE = "targets";

    public Targets {
        files = Map.copyOf(files);
        delegations = List.copyOf(delegations);
        downgrades = List.copyOf(downgrades);
    }

    /** Parses, and believes nothing. */
    public static Targets of(Envelope document) throws TrustException {
        JsonObject signed = document.signed();
        Map<String, TargetFile> files = new LinkedHashMap<>();
        for (Map.Entry<String, JsonObject> file :
                signed.object("targets").objectsByName().entrySet()) {
            files.put(file.getKey(), TargetFile.of(file.getKey(), file.getValue()));
        }
        return new Targets(
                Header.of(document, ROLE), files, delegations(signed), downgrades(signed.optionalObject("custom")));
    }

    private static List<Delegation> delegations(JsonObject signed) throws TrustException {
        List<Delegation> delegations = new ArrayList<>();
        if (signed.has("delegations")) {
            JsonObject json = signed.object("delegations");
            Map<String, Key> keys = Keyring.keys(json.object("keys"));
            Set<String> names = new HashSet<>();
            for (JsonObject role : json.objects("roles")) {
                Delegation delegation = Delegation.of(role, keys);
                delegations.add(delegation);
                if (!names.add(delegation.name())) {
                    throw json.refused("roles", "must name each role once");
                }
            }
        }
        return delegations;
    }

    private static List<Downgrade> downgrades(JsonObject custom) throws TrustException {
        List<Downgrade> downgrades = new ArrayList<>();
        if (custom.has("downgrades")) {
            for (JsonObject one : custom.objects("downgrades")) {
                downgrades.add(
                        new Downgrade(one.text("bsn"), one.number("to", 1), one.time("until"), one.texts("groups")));
            }
        }
        return downgrades;
    }

    /**
     * What it says of a path itself, without those that it delegates to.
     *
     * @param consistentSnapshot whether the repository puts a target's hash before its name
     */
    public Optional<Target> find(String path, boolean consistentSnapshot) throws TrustException {
        TargetFile file = files.get(path);
        return file == null ? Optional.empty() : Optional.of(file.target(path, header.role(), consistentSnapshot));
    }
}
