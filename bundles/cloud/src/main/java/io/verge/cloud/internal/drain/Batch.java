package io.verge.cloud.internal.drain;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records that go in one message: of one lane and stream, in order, all of them backlog or none.
 *
 * @param records at least one
 */
record Batch(List<StoredRecord> records) {
    private record Key(Lane lane, String stream, boolean backlog) {}

    Batch {
        records = List.copyOf(records);
    }

    Lane lane() {
        return records.get(0).lane();
    }

    String stream() {
        return records.get(0).stream();
    }

    boolean backlog() {
        return records.get(0).backlog();
    }

    /** Sorts records into batches; the order of the first of each counts, and within a stream the order is kept. */
    static List<Batch> of(List<StoredRecord> records) {
        Map<Key, List<StoredRecord>> sorted = new LinkedHashMap<>();
        for (StoredRecord record : records) {
            Key key = new Key(record.lane(), record.stream(), record.backlog());
            sorted.computeIfAbsent(key, k -> new ArrayList<>()).add(record);
        }
        return sorted.values().stream().map(Batch::new).toList();
    }
}
