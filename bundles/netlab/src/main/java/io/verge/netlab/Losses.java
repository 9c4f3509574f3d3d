package io.verge.netlab;

import java.util.random.RandomGenerator;

/** The chain of a {@link Burst}, packet by packet. One thread. */
final class Losses {
    private final Burst burst;
    private final RandomGenerator random;
    private boolean bad;

    Losses(Burst burst, RandomGenerator random) {
        this.burst = burst;
        this.random = random;
        bad = random.nextDouble() < burst.badShare();
    }

    /** Whether the next packet is lost. */
    boolean next() {
        bad = random.nextDouble() < (bad ? 1 - burst.recovers() : burst.worsens());
        return lost();
    }

    /** Whether a packet is lost that comes so late that the burst of the last one tells nothing any more. */
    boolean later() {
        bad = random.nextDouble() < burst.badShare();
        return lost();
    }

    private boolean lost() {
        return random.nextDouble() < (bad ? burst.bad() : burst.good());
    }
}
