package io.verge.authority.rollout.plan;

import java.time.Duration;
import java.util.List;

/**
 * Who is updated when. No two boxes of a step are neighbours.
 *
 * @param steps in their order; every box is in one of them, once
 */
public record Plan(List<Step> steps) {
    /**
     * Boxes that are asked together.
     *
     * @param wave number of the wave, from 0
     * @param waveName for people
     * @param boxes by name
     * @param pause after its last box, before the next step
     */
    public record Step(int wave, String waveName, List<String> boxes, Duration pause) {
        public Step {
            boxes = List.copyOf(boxes);
        }
    }

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Number of waves. */
    public int waves() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).wave() + 1;
    }

    /** The boxes of a wave. */
    public List<String> boxes(int wave) {
        return steps.stream()
                .filter(step -> step.wave() == wave)
                .flatMap(step -> step.boxes().stream())
                .toList();
    }
}
