package io.verge.cloud.internal.drain;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;

/**
 * What has been sent and is to be sent again unless it is settled before: critical records until the consumer has them, and what
 * the broker has refused. Bounded; what does not fit stays in the outbox and is given again with the next session. One thread.
 */
final class Unsettled {
    static final int MOST_RECORDS = 8192;

    private final Queue<Entry> entries = new PriorityQueue<>(Entry::earlier);
    private int records;
    private boolean overflown;

    private record Entry(long due, String store, Lane lane, String stream, TreeMap<Long, StoredRecord> records) {
        /** As a comparator of instants on a clock that may wrap. */
        static int earlier(Entry one, Entry other) {
            return Long.signum(one.due - other.due);
        }
    }

    /**
     * Adds a batch.
     *
     * @param due when it goes again, on the monotonic clock
     */
    void add(Batch batch, long due) {
        if (records + batch.records().size() > MOST_RECORDS) {
            overflown = true;
            return;
        }
        TreeMap<Long, StoredRecord> left = new TreeMap<>();
        batch.records().forEach(record -> left.put(record.sequence(), record));
        entries.add(new Entry(due, batch.store(), batch.lane(), batch.stream(), left));
        records += left.size();
    }

    /** The consumer has these. */
    void settle(String store, Lane lane, String stream, long first, long last) {
        for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
            Entry entry = all.next();
            if (entry.store.equals(store) && entry.lane == lane && entry.stream.equals(stream)) {
                Map<Long, StoredRecord> settled = entry.records.subMap(first, true, last, true);
                records -= settled.size();
                settled.clear();
                if (entry.records.isEmpty()) {
                    all.remove();
                }
            }
        }
    }

    /** Takes what is due; empty when nothing is. */
    Optional<Batch> due(long now) {
        Entry first = entries.peek();
        if (first == null || first.due - now > 0) {
            return Optional.empty();
        }
        entries.poll();
        records -= first.records.size();
        return Optional.of(new Batch(List.copyOf(first.records.values())));
    }

    /** Nanoseconds until something is due; {@link Long#MAX_VALUE} when nothing will be. */
    long dueIn(long now) {
        Entry first = entries.peek();
        return first == null ? Long.MAX_VALUE : Math.max(0, first.due - now);
    }

    /** Whether all is settled but what did not fit: it can be had from the outbox again. Says so once. */
    boolean wantsMore() {
        boolean wants = overflown && entries.isEmpty();
        overflown = overflown && !wants;
        return wants;
    }

    int size() {
        return records;
    }

    void clear() {
        entries.clear();
        records = 0;
        overflown = false;
    }
}
