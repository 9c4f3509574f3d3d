package io.verge.authority.rollout.hawkbit;

import java.util.regex.Pattern;

/**
 * What boxes are told by the server.
 *
 * @param module type of the software module whose version is the release: what their profile calls {@code hawkbitModule}
 * @param forced whether they are to insist; else they take it when it suits, as by the twin
 */
public record HawkbitTerms(String module, boolean forced) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** @throws IllegalArgumentException when the module is no name */
    public HawkbitTerms {
        if (!NAME.matcher(module).matches()) {
            throw new IllegalArgumentException(
                    "--hawkbit-module: 1 to 64 letters, digits, '.', '_' and '-' were expected");
        }
    }
}
