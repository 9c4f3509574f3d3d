package io.verge.authority.rollout;

import io.verge.authority.rollout.plan.Box;
import io.verge.authority.rollout.plan.Neighbours;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Watches which boxes are updating at the same time. Any thread. */
final class Street {
    private final Map<String, Box> boxes;
    private final Neighbours neighbours;
    private final Set<String> busy = new HashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> violations = new ArrayList<>();

    Street(List<Box> boxes) {
        this.boxes = boxes.stream().collect(Collectors.toUnmodifiableMap(Box::name, Function.identity()));
        this.neighbours = new Neighbours(boxes);
    }

    /** All boxes of it. */
    Set<String> known() {
        return boxes.keySet();
    }

    synchronized void begins(String name) {
        Box box = boxes.get(name);
        for (String other : busy) {
            if (box != null && neighbours.of(box).contains(other)) {
                violations.add(name + " beside " + other);
            }
        }
        busy.add(name);
        asked.add(name);
    }

    synchronized void ends(String name, SimulatedBox.Habit habit) {
        if (habit != SimulatedBox.Habit.SILENT) {
            busy.remove(name);
        }
    }

    synchronized void leaves(String name) {
        busy.remove(name);
    }

    /** Boxes that have been asked, in their order. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Neighbours that were at it together. */
    synchronized List<String> violations() {
        return List.copyOf(violations);
    }
}
