package io.verge.driver.simulator.internal.play;

import io.verge.driver.simulator.internal.world.Pose;
import java.util.SplittableRandom;

/**
 * A vehicle's receiver for satellite navigation: its error wanders (a Gauss–Markov process, 10 s), so that it is no noise which
 * an average takes away.
 */
final class Gnss {
    /** How wrong receivers are, 1 sigma each way, metres. */
    private static final double LEAST = 0.5;

    private static final double GREATEST = 1;
    private static final double MEMORY_SECONDS = 10;

    private final SplittableRandom random;
    private final double sigma;
    private double east;
    private double north;

    Gnss(SplittableRandom random) {
        this.random = random;
        sigma = LEAST + (GREATEST - LEAST) * random.nextDouble();
        east = sigma * random.nextGaussian();
        north = sigma * random.nextGaussian();
    }

    /** Its error at one standard deviation, metres. */
    double sigma() {
        return sigma;
    }

    /** Where it thinks that it is, so many seconds after it was last asked. */
    Pose fix(Pose truth, double seconds) {
        double kept = Math.exp(-seconds / MEMORY_SECONDS);
        double fresh = sigma * Math.sqrt(1 - kept * kept);
        east = kept * east + fresh * random.nextGaussian();
        north = kept * north + fresh * random.nextGaussian();
        return new Pose(truth.east() + east, truth.north() + north, truth.heading());
    }
}
