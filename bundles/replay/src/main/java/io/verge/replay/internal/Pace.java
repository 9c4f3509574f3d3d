package io.verge.replay.internal;

import java.util.concurrent.TimeUnit;

/** How replay time and real time hang together. Used by the thread that moves time. */
@FunctionalInterface
interface Pace {
    /** As fast as possible. */
    String MAX = "max";

    /**
     * Waits, in real time, until replay time may be there.
     *
     * @param nanos of replay time since the replay began; 0 at the first call, never less than at the call before
     */
    void await(long nanos) throws InterruptedException;

    /**
     * From the key {@code speed}.
     *
     * @throws IllegalArgumentException names the key, the value and what was expected
     */
    static Pace of(String speed, RealTime time) {
        String text = speed.strip();
        if (text.equals(MAX)) {
            return nanos -> {};
        }
        double factor;
        try {
            factor = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            factor = Double.NaN;
        }
        if (!(factor >= 0.01 && factor <= 1_000)) {
            throw new IllegalArgumentException(
                    "key 'speed' is '" + speed + "', expected 'max' or a factor from 0.01 to 1000");
        }
        return new Timed(factor, time);
    }

    /** So many times as fast as it was. */
    final class Timed implements Pace {
        /** The operating system wakes no finer than that, and a longer wait makes up for what was left. */
        private static final long LEAST_WAIT = TimeUnit.MICROSECONDS.toNanos(100);

        private final double factor;
        private final RealTime time;
        private boolean begun;
        private long start;

        private Timed(double factor, RealTime time) {
            this.factor = factor;
            this.time = time;
        }

        @Override
        public void await(long nanos) throws InterruptedException {
            if (!begun) {
                begun = true;
                start = time.nanos();
            }
            long due = start + (long) (nanos / factor);
            for (long left = due - time.nanos(); left > LEAST_WAIT; left = due - time.nanos()) {
                time.pause(left);
            }
        }
    }
}
