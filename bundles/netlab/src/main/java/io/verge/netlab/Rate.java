package io.verge.netlab;

import java.util.random.RandomGenerator;

/** The rate of a direction, which wanders from second to second: its logarithm is an autoregressive process about the mean. One thread. */
final class Rate {
    private static final long SECOND = 1_000_000_000L;
    private static final double MEMORY = 0.9;
    /** After so many seconds the process has forgotten where it was. */
    private static final long FORGOTTEN = 60;

    private final double octetsPerNano;
    private final double deviation;
    private final RandomGenerator random;
    private double level;
    private long second;

    Rate(Direction direction, RandomGenerator random) {
        octetsPerNano = direction.bitsPerSecond() / 8.0 / SECOND;
        deviation = direction.variation();
        this.random = random;
        level = deviation == 0 ? 0 : deviation * random.nextGaussian();
    }

    /** Nanoseconds that so many octets take at this instant; instants do not go back. */
    long time(double octets, long at) {
        if (deviation == 0) {
            return (long) (octets / octetsPerNano);
        }
        long steps = Math.min(at / SECOND - second, FORGOTTEN);
        for (long i = 0; i < steps; i++) {
            level = MEMORY * level + deviation * Math.sqrt(1 - MEMORY * MEMORY) * random.nextGaussian();
        }
        second = Math.max(second, at / SECOND);
        // So that the mean, not the median, is the one that was asked for.
        return (long) (octets / octetsPerNano / Math.exp(level - deviation * deviation / 2));
    }
}
