package io.verge.app.incidentwarning.internal;

/** A part of a lane, and for how long traffic on it has been slow. */
final class Stretch {
    private final double begin;
    private final double end;
    private int vehicles;
    private double speeds;
    private boolean waiting;
    private boolean slow;
    private long held;
    private boolean congested;

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
        speeds = 0;
        waiting = false;
    }

    boolean holds(double along) {
        return along >= begin && along < end;
    }

    /**
     * A vehicle is on it.
     *
     * @param missedAGreen whether it was there before the last green
     */
    void add(double speed, boolean missedAGreen) {
        vehicles++;
        speeds += speed;
        waiting |= missedAGreen;
    }

    /**
     * All who are on it have been added.
     *
     * @param slowest the mean speed below which traffic is slow, m/s
     * @param released the mean above which it is not any more, m/s
     * @param density vehicles a kilometre above which it counts
     * @param signalled whether it is the queue of a signal, unless somebody has missed a green
     * @param hold how long, milliseconds
     * @param step milliseconds since the scene before
     */
    boolean update(double slowest, double released, double density, boolean signalled, int hold, long step) {
        double mean = vehicles == 0 ? Double.POSITIVE_INFINITY : speeds / vehicles;
        if (slow && mean > released) {
            slow = false;
            congested = false;
        } else if (slow) {
            held += step;
        } else if (mean < slowest && vehicles * 1000 / (end - begin) > density) {
            slow = true;
            held = 0;
        }
        congested |= slow && held >= hold && (waiting || !signalled);
        return congested;
    }

    boolean congested() {
        return congested;
    }
}
