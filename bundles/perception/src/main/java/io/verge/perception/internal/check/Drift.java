package io.verge.perception.internal.check;

/** The mean of what was lately seen, weighted, and how sure it is. Mutable, one thread. */
final class Drift {
    /** Older samples fade away over about so many. */
    private static final double MEMORY = 2000;

    /** So many samples at least make a mean. */
    private static final int ENOUGH = 300;

    /** And it must stand out of its own scatter by so many standard errors. */
    private static final double SURE = 5;

    private int count;
    private double weight;
    private double mean;
    private double spread;

    /**
     * Takes in a sample.
     *
     * @param size greater than zero: how much it counts
     */
    void add(double sample, double size) {
        count++;
        double fade = 1 - 1 / MEMORY;
        weight = weight * fade + size;
        double off = sample - mean;
        mean += off * size / weight;
        spread += (off * off - spread) * size / weight;
    }

    double mean() {
        return mean;
    }

    /** Whether the mean is surely so far from zero. */
    boolean beyond(double limit) {
        double error = Math.sqrt(spread / Math.min(Math.max(1, count), MEMORY));
        return count >= ENOUGH && Math.abs(mean) > limit && Math.abs(mean) > SURE * error;
    }
}
