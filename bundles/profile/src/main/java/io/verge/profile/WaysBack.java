package io.verge.profile;

import io.verge.profile.Migration.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What versions of components have said of how to go back to older ones. An older one cannot know it, so it is remembered when the newer
 * one is gone.
 *
 * @param steps by PID, newest first
 */
public record WaysBack(SortedMap<String, List<Step>> steps) {
    /** Nobody has said anything. */
    public static final WaysBack NONE = new WaysBack(new TreeMap<>());

    private static final int MOST_STEPS = 100;

    public WaysBack {
        SortedMap<String, List<Step>> copy = new TreeMap<>();
        steps.forEach((pid, list) -> copy.put(pid, List.copyOf(list)));
        steps = Collections.unmodifiableSortedMap(copy);
    }

    /** What these components say. */
    static WaysBack of(Collection<ComponentType> types) {
        SortedMap<String, List<Step>> steps = new TreeMap<>();
        for (ComponentType type : types) {
            if (!type.migration().down().isEmpty()) {
                steps.computeIfAbsent(type.pid(), pid -> new ArrayList<>())
                        .addAll(type.migration().down());
            }
        }
        return new WaysBack(steps);
    }

    /** Of one component. */
    public List<Step> of(String pid) {
        return steps.getOrDefault(pid, List.of());
    }

    /** What was said before, and this. What both say counts once; of one component at most the 100 newest steps. */
    public WaysBack after(WaysBack before) {
        SortedMap<String, List<Step>> all = new TreeMap<>(before.steps());
        steps.forEach((pid, own) -> {
            Set<Step> both = new LinkedHashSet<>();
            if (!new LinkedHashSet<>(before.of(pid)).containsAll(own)) {
                both.addAll(own); // of a newer version than those before
            }
            both.addAll(before.of(pid));
            both.addAll(own);
            all.put(pid, both.stream().limit(MOST_STEPS).toList());
        });
        return new WaysBack(all);
    }
}
