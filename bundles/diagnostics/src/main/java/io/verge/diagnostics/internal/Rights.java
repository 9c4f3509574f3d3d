package io.verge.diagnostics.internal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A role, and for a vendor the names that its bundles begin with. Written {@code maintainer}, or
 * {@code vendor:com.acme.:com.acme-labs.}: in a file of keys and in the OU of a certificate alike.
 *
 * @param prefixes of symbolic names, each with a dot at its end; empty for all roles but a vendor's
 */
record Rights(Role role, List<String> prefixes) {
    static final Rights NONE = new Rights(Role.VIEWER, List.of());

    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-]{1,60}\\.){1,8}");
    private static final int MOST = 8;

    Rights {
        prefixes = List.copyOf(prefixes);
    }

    /** @throws IllegalArgumentException when it is none; says what was expected and not what stood there, which may be a secret */
    static Rights parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        Role role = Role.of(word)
                .orElseThrow(
                        () -> new IllegalArgumentException("a role is viewer, maintainer, operator or vendor:PREFIX"));
        List<String> prefixes =
                colon < 0 ? List.of() : List.of(text.substring(colon + 1).split(":", -1));
        boolean right = role == Role.VENDOR ? !prefixes.isEmpty() && prefixes.size() <= MOST : prefixes.isEmpty();
        if (!right || !prefixes.stream().allMatch(one -> PREFIX.matcher(one).matches())) {
            throw new IllegalArgumentException(
                    "a vendor, and nobody else, has the names its bundles begin with, each with a dot at its end:"
                            + " vendor:com.acme.");
        }
        return new Rights(role, prefixes);
    }

    /** Whether a bundle of this symbolic name is for them, when they may install at all. */
    boolean covers(String name) {
        return role != Role.VENDOR || prefixes.stream().anyMatch(name::startsWith);
    }
}
