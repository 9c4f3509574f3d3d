package io.verge.authority.rollout.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Makes a plan of a list of boxes and a policy. The same boxes, policy and randomness make the same plan, in whatever order the boxes
 * come.
 */
public final class Planner {
    private final Policy policy;
    private final List<Box> boxes;
    private final Neighbours neighbours;
    private final Set<Box> planned = new HashSet<>();

    private Planner(Policy policy, List<Box> boxes, Neighbours neighbours) {
        this.policy = policy;
        this.boxes = boxes;
        this.neighbours = neighbours;
    }

    /**
     * Makes one.
     *
     * @param boxes each once
     * @throws IllegalArgumentException when a box is in the list twice
     */
    public static Plan plan(Collection<Box> boxes, Policy policy, RandomGenerator random) {
        List<Box> order = new ArrayList<>(boxes);
        order.sort(Comparator.comparing(Box::name));
        for (int i = 1; i < order.size(); i++) {
            if (order.get(i).name().equals(order.get(i - 1).name())) {
                throw new IllegalArgumentException(order.get(i).name() + " is in the list twice");
            }
        }
        for (int i = order.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Box box = order.get(i);
            order.set(i, order.get(other));
            order.set(other, box);
        }
        return new Planner(policy, order, new Neighbours(boxes)).plan();
    }

    private Plan plan() {
        List<Plan.Step> steps = new ArrayList<>();
        int number = 0;
        for (WaveRule rule : policy.waves()) {
            List<Box> wave = wave(rule);
            if (!wave.isEmpty()) {
                steps.addAll(steps(number++, rule, wave));
            }
        }
        return new Plan(steps);
    }

    private List<Box> wave(WaveRule rule) {
        List<Box> concerned = boxes.stream().filter(rule::concerns).toList();
        List<Box> left =
                concerned.stream().filter(box -> !planned.contains(box)).toList();
        Set<Box> wave = new LinkedHashSet<>();
        if (rule.everyModel()) {
            addModels(wave, left);
        }
        int size = rule.size(concerned.size(), concerned.size() - left.size());
        addApart(wave, left, size);
        left.stream()
                .filter(box -> !wave.contains(box))
                .limit(Math.max(0, size - wave.size()))
                .forEach(wave::add);
        planned.addAll(wave);
        return List.copyOf(wave);
    }

    private void addModels(Set<Box> wave, List<Box> left) {
        Set<String> models = planned.stream().map(Box::model).collect(Collectors.toCollection(HashSet::new));
        left.stream().filter(box -> models.add(box.model())).forEach(wave::add);
    }

    /** Those that have no neighbour in the wave first: the wave needs fewer steps, and a corridor keeps more of its boxes. */
    private void addApart(Set<Box> wave, List<Box> left, int size) {
        Set<String> near = new HashSet<>();
        wave.forEach(box -> near.addAll(neighbours.of(box)));
        for (Box box : left) {
            if (wave.size() >= size) {
                return;
            }
            if (!near.contains(box.name()) && wave.add(box)) {
                near.addAll(neighbours.of(box));
            }
        }
    }

    private List<Plan.Step> steps(int number, WaveRule rule, List<Box> wave) {
        List<Plan.Step> steps = new ArrayList<>();
        for (List<Box> apart : Colouring.classes(wave, neighbours)) {
            for (int from = 0; from < apart.size(); from += policy.atOnce()) {
                List<Box> together = apart.subList(from, Math.min(apart.size(), from + policy.atOnce()));
                List<String> names = together.stream().map(Box::name).toList();
                steps.add(new Plan.Step(number, rule.name(), names, policy.between()));
            }
        }
        Plan.Step last = steps.remove(steps.size() - 1);
        steps.add(new Plan.Step(number, rule.name(), last.boxes(), rule.pause()));
        return steps;
    }
}
