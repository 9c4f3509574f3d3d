package io.verge.cloud.internal.twin;

import io.verge.api.status.State;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A profile on probation.
 *
 * @param wish what it comes of
 * @param before the text that was in force
 * @param after the text that is tried
 * @param changed keys of the parts in which they differ
 * @param standings how devices and apps were before, by key
 * @param starts how often the agent was started since it began
 */
record Trial(Wish wish, String before, String after, Set<String> changed, Map<String, State> standings, int starts) {
    Trial {
        changed = Set.copyOf(new TreeSet<>(changed));
        standings = Map.copyOf(new TreeMap<>(standings));
    }

    Trial startedAgain() {
        return new Trial(wish, before, after, changed, standings, starts + 1);
    }
}
