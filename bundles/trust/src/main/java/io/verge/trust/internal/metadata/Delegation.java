package io.verge.trust.internal.metadata;

import io.verge.trust.TrustException;
import io.verge.trust.internal.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A part of the targets that others sign for.
 *
 * @param keyring who, under which name
 * @param terminating whether those behind it are not asked for paths that it covers
 * @param paths that it covers
 * @param hashPrefixes of the SHA-256 of paths that it covers, in hexadecimal
 */
public record Delegation(Keyring keyring, boolean terminating, List<PathPattern> paths, List<String> hashPrefixes) {
    /** The name becomes the name of a file here. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    public Delegation {
        paths = List.copyOf(paths);
        hashPrefixes = List.copyOf(hashPrefixes);
    }

    static Delegation of(JsonObject json, Map<String, Key> keys) throws TrustException {
        String name = json.text("name");
        if (!NAME.matcher(name).matches() || Root.ROLES.contains(name)) {
            throw json.refused(
                    "name",
                    "must be at most 100 letters, digits, dots, hyphens and underscores,"
                            + " and none of the top-level roles");
        }
        List<String> paths = json.has("paths") ? json.texts("paths") : List.of();
        if (paths.stream().anyMatch(path -> path.contains("["))) {
            throw json.refused("paths", "must not have [: only * and ? stand for other characters");
        }
        List<String> prefixes = json.has("path_hash_prefixes") ? json.texts("path_hash_prefixes") : List.of();
        return new Delegation(
                Keyring.of(name, json, keys),
                json.flag("terminating", false),
                paths.stream().map(PathPattern::new).toList(),
                prefixes);
    }

    public String name() {
        return keyring.role();
    }

    public boolean covers(String path) {
        if (paths.stream().anyMatch(pattern -> pattern.matches(path))) {
            return true;
        }
        String hash = Hashes.of("sha256", path.getBytes(StandardCharsets.UTF_8));
        return hashPrefixes.stream().anyMatch(hash::startsWith);
    }
}
