package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between producers and the thread that writes. When it is full, the oldest of a lower lane makes room; when there is
 * none lower, the new one is dropped. The lock is held to move references, never while anything else is done.
 */
final class Intake {
    /** What a waiting record takes in memory beside its content. */
    private static final int OVERHEAD = 200;

    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    /** Guarded by the lock. */
    private final Map<Lane, Deque<Entry>> waiting = new EnumMap<>(Lane.class);

    private long octets;

    /** @param capacity octets, with what objects take */
    Intake(long capacity) {
        this.capacity = capacity;
        for (Lane lane : Lane.values()) {
            waiting.put(lane, new ArrayDeque<>());
        }
    }

    /**
     * Takes a record.
     *
     * @return what is dropped for it, the record itself included; none when all fit
     */
    List<Entry> offer(Entry entry) {
        List<Entry> dropped = new ArrayList<>(0);
        lock.lock();
        try {
            while (octets + cost(entry) > capacity) {
                Entry less = lower(entry.lane());
                dropped.add(less == null ? entry : less);
                if (less == null) {
                    return dropped;
                }
            }
            octets += cost(entry);
            of(entry.lane()).addLast(entry);
            if (entry.lane() == Lane.CRITICAL) {
                came.signal();
            }
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest of the lowest lane below this one, taken out; null when there is none. */
    private @Nullable Entry lower(Lane than) {
        Lane[] lanes = Lane.values();
        for (int i = lanes.length - 1; i > Lanes.number(than); i--) {
            Entry oldest = of(lanes[i]).pollFirst();
            if (oldest != null) {
                octets -= cost(oldest);
                return oldest;
            }
        }
        return null;
    }

    /** The next to write, the most urgent lanes first; at most so many octets, but at least one when any waits. */
    List<Entry> take(long limit) {
        List<Entry> taken = new ArrayList<>();
        lock.lock();
        try {
            long sum = 0;
            for (Deque<Entry> lane : waiting.values()) {
                Entry next = lane.peekFirst();
                while (next != null && (taken.isEmpty() || sum + cost(next) <= limit)) {
                    sum += cost(next);
                    taken.add(next);
                    lane.removeFirst();
                    next = lane.peekFirst();
                }
                if (next != null) {
                    break; // what is less urgent does not overtake
                }
            }
            octets -= sum;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many critical records are here, at most so long: those who were served together come back together. */
    void awaitCritical(int count, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && of(Lane.CRITICAL).size() < count) {
                left = came.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    long octets() {
        lock.lock();
        try {
            return octets;
        } finally {
            lock.unlock();
        }
    }

    private Deque<Entry> of(Lane lane) {
        return waiting.computeIfAbsent(lane, none -> new ArrayDeque<>());
    }

    private static long cost(Entry entry) {
        return (long) entry.content().length + OVERHEAD;
    }
}
