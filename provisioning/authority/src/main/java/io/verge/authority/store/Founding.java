package io.verge.authority.store;

import java.time.Duration;

/**
 * How a new authority is to be.
 *
 * @param name of the organisation, for people
 * @param rootKeys keys that can say who else may sign
 * @param rootThreshold how many of them must
 * @param targetsKeys keys that sign releases
 * @param targetsThreshold how many of them must
 * @param root how long the root may be used; then it must be signed anew, or no box installs anything
 * @param targets how long a signed set of releases may be used
 */
public record Founding(
        String name,
        int rootKeys,
        int rootThreshold,
        int targetsKeys,
        int targetsThreshold,
        Duration root,
        Duration targets) {
    private static final int MOST_KEYS = 16;

    /** @throws IllegalArgumentException when a threshold cannot be met */
    public Founding {
        mustFit("root", rootKeys, rootThreshold);
        mustFit("targets", targetsKeys, targetsThreshold);
    }

    private static void mustFit(String role, int keys, int threshold) {
        if (keys < 1 || keys > MOST_KEYS || threshold < 1 || threshold > keys) {
            throw new IllegalArgumentException("the threshold of " + role + " is " + threshold + " of " + keys
                    + " keys: there are 1 to " + MOST_KEYS + " keys, and as many as the threshold at least");
        }
    }
}
