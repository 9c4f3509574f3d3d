package io.verge.driver.simulator.internal.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** All who are on foot. */
final class Crowd {
    /** How likely someone turns up in a step, while there are too few. */
    private static final double ARRIVAL = 0.03;

    private final List<Walker> walkers = new ArrayList<>();
    private final RandomGenerator random;
    private final int target;

    Crowd(int target, RandomGenerator random) {
        this.target = target;
        this.random = random;
    }

    /**
     * Moves everyone.
     *
     * @param millis the signal plan's time
     * @param blocked whether a vehicle has the way over the crosswalk of an arm
     */
    void step(double seconds, long millis, IntPredicate blocked, Ids ids) {
        for (Walker walker : walkers) {
            double ahead = walkers.stream()
                    .filter(walker::sameFile)
                    .mapToDouble(Walker::along)
                    .filter(along -> along > walker.along())
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            walker.move(seconds, ahead, walks(walker.arm, millis) && !blocked.test(walker.arm));
        }
        walkers.removeIf(Walker::gone);
        if (walkers.size() < target && random.nextDouble() < ARRIVAL) {
            arrive(ids);
        }
    }

    private static boolean walks(int arm, long millis) {
        return SignalPlan.pedestrians(arm, millis).colour() == SignalPlan.Colour.GREEN;
    }

    private void arrive(Ids ids) {
        int arm = 1 + random.nextInt(Layout.ARMS);
        boolean rightward = random.nextBoolean();
        int file = random.nextInt(Walker.FILES);
        double wish = Math.max(0.9, Math.min(1.8, 1.35 + 0.2 * random.nextGaussian()));
        double slowing = random.nextDouble(1, 1.5);
        Walker walker = new Walker(ids.next(), arm, rightward, file, wish, slowing);
        if (walkers.stream().noneMatch(other -> walker.sameFile(other) && other.along() < 1)) {
            walkers.add(walker);
        }
    }

    /**
     * Whether someone on the crosswalk of an arm, or about to step on it, has yet to pass this strip of road, metres to the
     * right of its middle.
     */
    boolean willPass(int arm, double from, double to, long millis) {
        boolean walk = walks(arm, millis);
        return walkers.stream()
                .anyMatch(walker -> walker.arm == arm && (walker.willPass(from, to) || (walk && walker.atKerb())));
    }

    /** Whether nobody is on the crosswalk of an arm. */
    boolean nobodyOnRoad(int arm) {
        return walkers.stream().noneMatch(walker -> walker.arm == arm && walker.onRoad());
    }

    Stream<Body> bodies() {
        return walkers.stream().map(Walker::body);
    }
}
