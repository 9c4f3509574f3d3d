package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts what was dropped since the start, by lane and reason. Any thread. */
final class Drops {
    private final AtomicLongArray counts = new AtomicLongArray(Lanes.COUNT * Reason.COUNT);

    void add(Lane lane, Reason reason, long records) {
        counts.addAndGet(index(lane, reason), records);
    }

    /** Counts a record and tells its producer. */
    void drop(Entry entry, Reason reason) {
        add(entry.lane(), reason, 1);
        entry.done().completeExceptionally(new DroppedException(entry.lane(), reason));
    }

    long count(Lane lane, Reason reason) {
        return counts.get(index(lane, reason));
    }

    /** By reason, without those that did not occur. */
    Map<String, Long> of(Lane lane) {
        Map<String, Long> dropped = new TreeMap<>();
        for (Reason reason : Reason.values()) {
            long count = count(lane, reason);
            if (count > 0) {
                dropped.put(reason.word(), count);
            }
        }
        return dropped;
    }

    private static int index(Lane lane, Reason reason) {
        return Lanes.number(lane) * Reason.COUNT + reason.number();
    }
}
