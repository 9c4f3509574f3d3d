package io.verge.update.internal.hawkbit;

import java.util.Map;

/**
 * What the server means to this box.
 *
 * @param module kind or name of the software module whose version is the release
 * @param confirm whether offers that somebody has to agree to are agreed to; else they stay unanswered
 * @param attributes what the server is told of the box
 */
public record HawkbitRules(String module, boolean confirm, Map<String, String> attributes) {
    public HawkbitRules {
        attributes = Map.copyOf(attributes);
    }
}
