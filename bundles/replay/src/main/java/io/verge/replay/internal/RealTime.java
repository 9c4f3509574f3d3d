package io.verge.replay.internal;

import java.util.concurrent.TimeUnit;

/** Time as it really passes, which only a replay at a given speed needs. */
interface RealTime {
    /** Nanoseconds since an arbitrary instant. */
    long nanos();

    /** Waits about so long. */
    void pause(long nanos) throws InterruptedException;

    /**
     * The system's. Beside the live clock the only reader of the system's time: the clock service of a replay is the replay's
     * own.
     */
    final class OfSystem implements RealTime {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }
}
