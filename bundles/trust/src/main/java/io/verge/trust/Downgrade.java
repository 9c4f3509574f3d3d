package io.verge.trust;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The signed permission to go back to an older bundle on purpose. Only the top-level targets role can give it.
 *
 * @param bundle symbolic name
 * @param to the lowest counter that is allowed
 * @param until when the permission ends
 * @param groups of boxes that may; {@code *} for all
 */
public record Downgrade(String bundle, long to, Instant until, List<String> groups) {
    public Downgrade {
        groups = List.copyOf(groups);
    }

    /**
     * Whether this bundle may be installed by it.
     *
     * @param ownGroups that this box belongs to
     */
    public boolean allows(BundleTarget target, Collection<String> ownGroups, Instant now) {
        return bundle.equals(target.name())
                && target.counter() >= to
                && now.isBefore(until)
                && groups.stream().anyMatch(group -> group.equals("*") || ownGroups.contains(group));
    }
}
