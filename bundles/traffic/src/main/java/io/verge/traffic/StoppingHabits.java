package io.verge.traffic;

/**
 * How late drivers brake for a red signal here, which differs from place to place: what the latest of them would have had to brake
 * when they began to. Whoever needs more and does not brake will not stop. Begins with the latest that is normal anywhere, comes
 * down a little with every stop, and goes up at once when someone was later. For one thread.
 */
public final class StoppingHabits {
    /** A driver may be a little later than the latest so far, m/s². */
    private static final double ALLOWANCE = 0.3;
    /** With every stop the limit comes down by this part of what it is above the least. */
    private static final double FORGOTTEN = 0.003;

    private final double least;
    private final double most;
    private double limit;

    /**
     * @param least m/s²; so much is normal everywhere
     * @param most m/s²; more is normal nowhere; not less than the least
     */
    public StoppingHabits(double least, double most) {
        this.least = least;
        this.most = Math.max(least, most);
        limit = this.most;
    }

    /**
     * Someone has stopped, or brakes so that it will.
     *
     * @param unanswered the greatest deceleration that was required while it did not brake, m/s²
     */
    public void stopped(double unanswered) {
        double kept = limit - FORGOTTEN * (limit - least);
        limit = Math.min(most, Math.max(kept, unanswered + ALLOWANCE));
    }

    /** More than this required, and not braking, is not normal; m/s². */
    public double limit() {
        return limit;
    }
}
