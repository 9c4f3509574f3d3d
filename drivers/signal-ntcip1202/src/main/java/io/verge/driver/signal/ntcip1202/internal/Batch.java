package io.verge.driver.signal.ntcip1202.internal;

/**
 * How many objects are asked for at once. Halved when the controller says that these are too many, or does not answer to so many;
 * when it does not answer to one either, it is away, and what was good before is tried again.
 */
final class Batch {
    private final int most;
    /** Read by any thread. */
    private volatile int size;

    private int good;

    Batch(int most) {
        this.most = most;
        size = most;
        good = most;
    }

    int size() {
        return size;
    }

    void answered() {
        good = size;
    }

    /**
     * The controller finds it too great.
     *
     * @return whether a smaller one can be tried
     */
    boolean tooBig() {
        if (size == 1) {
            return false;
        }
        size = (size + 1) / 2;
        good = Math.min(good, size);
        return true;
    }

    /** The controller did not answer. */
    void silent() {
        size = size > 1 ? (size + 1) / 2 : Math.min(good, most);
    }
}
