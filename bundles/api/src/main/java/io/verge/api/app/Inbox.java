package io.verge.api.app;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What an app hears between two scenes, from the threads of the devices to its own. Bounded: what comes when it is full is
 * dropped and counted. Safe for use by several threads.
 *
 * @param <T> what is heard
 */
public final class Inbox<T> {
    private final ArrayBlockingQueue<T> queue;
    private final LongAdder overflows = new LongAdder();

    /**
     * For so many.
     *
     * @param capacity at least 1
     */
    public Inbox(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /** Takes it, or drops it when there is no room. Never blocks. */
    public void put(T heard) {
        if (!queue.offer(heard)) {
            overflows.increment();
        }
    }

    /** Hands on what is there now, the oldest first, and at most as much as fits. */
    public void drain(Consumer<? super T> each) {
        for (int left = queue.size(); left > 0; left--) {
            T heard = queue.poll();
            if (heard == null) {
                return;
            }
            each.accept(heard);
        }
    }

    /** How many were dropped. */
    public long overflows() {
        return overflows.sum();
    }
}
