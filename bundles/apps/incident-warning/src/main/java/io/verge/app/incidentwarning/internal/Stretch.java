package io.verge.app.incidentwarning.internal;

/** A part of a lane, and for how long traffic on it has been slow. */
final class Stretch {
    private final double begin;
    private final double end;
    private int vehicles;
    private int missed;
    private double speeds;
    private boolean slow;
    private long held;
    private boolean congested;

    /**
     * When traffic is congested.
     *
     * @param slowest the mean speed below which traffic is slow, m/s
     * @param released the mean above which it is not any more, m/s
     * @param vehicles more are dense traffic
     * @param hold for how long, milliseconds
     * @param signalled whether it may be the queue of a signal: then that many must have missed greens
     */
    record Limits(double slowest, double released, double vehicles, int hold, boolean signalled) {}

    /** Metres along the lane. */
    Stretch(double begin, double end) {
        this.begin = begin;
        this.end = end;
    }

    double begin() {
        return begin;
    }

    double end() {
        return end;
    }

    /** A new scene: nobody is known to be on it yet. */
    void clear() {
        vehicles = 0;
        missed = 0;
        speeds = 0;
    }

    boolean holds(double along) {
        return along >= begin && along < end;
    }

    /**
     * A vehicle is on it.
     *
     * @param missedGreens whether it has been there for too many greens
     */
    void add(double speed, boolean missedGreens) {
        vehicles++;
        missed += missedGreens ? 1 : 0;
        speeds += speed;
    }

    /**
     * All who are on it have been added.
     *
     * @param step milliseconds since the scene before
     * @return whether it is congested
     */
    boolean update(Limits limits, long step) {
        double mean = vehicles == 0 ? Double.POSITIVE_INFINITY : speeds / vehicles;
        if (slow && mean > limits.released) {
            slow = false;
            congested = false;
        } else if (slow) {
            held += step;
        } else if (mean < limits.slowest && vehicles > limits.vehicles) {
            slow = true;
            held = 0;
        }
        congested |= slow && held >= limits.hold && (!limits.signalled || missed > limits.vehicles);
        return congested;
    }

    boolean congested() {
        return congested;
    }
}
