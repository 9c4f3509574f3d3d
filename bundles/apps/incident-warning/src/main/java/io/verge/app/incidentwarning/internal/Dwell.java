package io.verge.app.incidentwarning.internal;

/** For how long something has been so, by the time between scenes. A short no, as of one bad measurement, is forgiven. */
final class Dwell {
    private static final long FORGIVEN = 300;

    private long held;
    private long missed;
    private boolean begun;

    /**
     * One more scene.
     *
     * @param so whether it is so now
     * @param step milliseconds since the scene before
     * @return for how long it has been so, milliseconds; 0 when it is not
     */
    long update(boolean so, long step) {
        if (so) {
            held += begun ? step + missed : 0;
            begun = true;
            missed = 0;
        } else if (begun) {
            missed += step;
            if (missed > FORGIVEN) {
                reset();
            }
        }
        return held;
    }

    /** Whether it has begun to be so. */
    boolean begun() {
        return begun;
    }

    /** It was not looked at: neither more nor less. */
    void pause() {
        missed = 0;
    }

    void reset() {
        held = 0;
        missed = 0;
        begun = false;
    }
}
