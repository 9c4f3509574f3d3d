package io.verge.trust.internal.metadata;

import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.trust.internal.json.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a role says of one target.
 *
 * @param length octets
 * @param custom as it is in the document
 */
public record TargetFile(long length, Hashes hashes, Map<String, Object> custom) {
    /** Relative, with a slash between its parts, none of which is empty, {@code .} or {@code ..}; no control characters. */
    private static final Pattern PATH =
            Pattern.compile("(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+)*");

    private static final int LONGEST_PATH = 512;

    static TargetFile of(String path, JsonObject json) throws TrustException {
        if (!isPath(path)) {
            throw json.refused("", "is no relative path of at most " + LONGEST_PATH + " characters");
        }
        return new TargetFile(
                json.number("length", 0),
                Hashes.of(json.object("hashes")),
                json.optionalObject("custom").fields());
    }

    /** Whether this can name a target. */
    public static boolean isPath(String path) {
        return path.length() <= LONGEST_PATH && PATH.matcher(path).matches();
    }

    Target target(String path, String role, boolean consistentSnapshot) throws TrustException {
        String sha256 = hashes.digits().get("sha256");
        if (sha256 == null) {
            throw new TrustException(TrustException.Reason.MALFORMED, path, "has no sha256, which this agent needs");
        }
        int name = path.lastIndexOf('/') + 1;
        String location = consistentSnapshot ? path.substring(0, name) + sha256 + "." + path.substring(name) : path;
        return new Target(path, length, hashes.digits(), custom, role, location);
    }
}
