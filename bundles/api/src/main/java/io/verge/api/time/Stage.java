package io.verge.api.time;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A thread with a bounded queue of work. Work runs in order, one at a time; what it throws is logged and counted, and the next
 * runs.
 */
@ProviderType
public interface Stage extends AutoCloseable {
    /**
     * Queues work, or runs it in place in a replay.
     *
     * @return false when the queue is full or the stage is closed; the work is then not run
     */
    boolean offer(Runnable work);

    /**
     * Runs work at a fixed rate until the stage is closed. Ticks that came due while the stage was busy are run once, not
     * made up for. In a replay the ticks fall on whole multiples of the period since 1970.
     *
     * @param period greater than zero
     */
    void every(Duration period, Runnable work);

    /** Stops: what runs is interrupted after a second, what waits is dropped. Returns when the thread has ended. */
    @Override
    void close();
}
