package io.verge.app.signalpriority.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which signal groups were served lately. A group that was served, and all that it excludes, are locked until it has begun its
 * green so many times again: a cycle each. When that cannot be seen, a time limit ends it.
 */
final class Lockouts {
    private final Movements movements;
    private final int cycles;
    private final Duration limit;
    /** By the group that was served. */
    private final Map<Integer, Lock> locks = new HashMap<>();

    private static final class Lock {
        final Instant since;
        int greens;
        boolean green = true;

        Lock(Instant since) {
            this.since = since;
        }
    }

    Lockouts(Movements movements, int cycles, Duration limit) {
        this.movements = movements;
        this.cycles = cycles;
        this.limit = limit;
    }

    /** A service has ended; the green that it had, if it still lasts, does not count. */
    void served(int group, Instant now) {
        if (cycles > 0) {
            locks.put(group, new Lock(now));
        }
    }

    /** Looks at the lamps. */
    void watch(Greens greens) {
        if (!locks.isEmpty()) {
            locks.entrySet().removeIf(entry -> over(entry.getKey(), entry.getValue(), greens));
        }
    }

    private boolean over(int group, Lock lock, Greens greens) {
        boolean green = greens.shows(group);
        if (green && !lock.green) {
            lock.greens++;
        }
        lock.green = green;
        return lock.greens >= cycles
                || Duration.between(lock.since, greens.time()).compareTo(limit) > 0;
    }

    boolean locked(int group) {
        for (int served : locks.keySet()) {
            if (served == group || movements.exclude(served, group)) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        locks.clear();
    }
}
