package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Waits a little for producers who were served together: they come back together, and one sync serves them all again. Never longer than
 * half of what the last commit took. For one thread.
 */
final class Gathering {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private int together;
    private long patience;

    void await(Intake intake) {
        if (together > 1) {
            try {
                intake.awaitCritical(together, patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void wrote(List<Entry> batch, long nanos) {
        int critical = 0;
        while (critical < batch.size() && batch.get(critical).lane() == Lane.CRITICAL) {
            critical++;
        }
        together = critical;
        patience = Math.min(LONGEST_NANOS, nanos / 2);
    }
}
