package io.verge.gate.internal;

/** A token bucket: so much a second on average, and so much at once. Used by one thread. */
final class Budget {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double atOnce;
    private double left;
    private long filled;

    /** Full at this monotonic time. */
    Budget(double perSecond, double atOnce, long nanos) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.left = atOnce;
        this.filled = nanos;
    }

    /** Takes from the bucket, if afterwards at least this is left in it. */
    boolean take(double amount, double reserve, long nanos) {
        left = Math.min(atOnce, left + (nanos - filled) / NANOS * perSecond);
        filled = nanos;
        if (left - amount < reserve) {
            return false;
        }
        left -= amount;
        return true;
    }
}
