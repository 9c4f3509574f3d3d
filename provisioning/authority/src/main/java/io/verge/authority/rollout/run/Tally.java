package io.verge.authority.rollout.run;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many boxes are how. */
public record Tally(Map<BoxState, Integer> counts) {
    static Tally of(Collection<Progress> boxes) {
        Map<BoxState, Integer> counts = new EnumMap<>(BoxState.class);
        boxes.forEach(box -> counts.merge(box.state(), 1, Integer::sum));
        return new Tally(counts);
    }

    /** So many are in this state. */
    public int count(BoxState state) {
        return counts.getOrDefault(state, 0);
    }

    /** All of them. */
    public int boxes() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Failed or silent. */
    public int failures() {
        return count(BoxState.FAILED) + count(BoxState.SILENT);
    }
}
