package io.verge.cloud.internal.fanout;

/** Octets that may be spent: so many a second, and a second's worth at once. One thread. */
final class Budget {
    private static final double NANOS = 1e9;

    private final double rate;
    private double left;
    private long filled;

    /**
     * Full.
     *
     * @param rate octets a second
     * @param now nanoseconds
     */
    Budget(double rate, long now) {
        this.rate = rate;
        this.left = rate;
        this.filled = now;
    }

    /** Spends octets if there is anything left; what is larger than that is owed. */
    boolean spend(int octets, long now) {
        left = Math.min(rate, left + Math.max(0, now - filled) / NANOS * rate);
        filled = now;
        boolean may = left > 0;
        if (may) {
            left -= octets;
        }
        return may;
    }
}
