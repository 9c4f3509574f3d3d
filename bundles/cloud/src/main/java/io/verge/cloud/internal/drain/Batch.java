package io.verge.cloud.internal.drain;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records that go in one message: of one store, lane and stream, in order, all of them backlog or none.
 *
 * @param records at least one
 */
record Batch(List<StoredRecord> records) {
    /** What a line has beside the body. */
    private static final int LINE = 64;

    private record Key(String store, Lane lane, String stream, boolean backlog) {}

    Batch {
        records = List.copyOf(records);
    }

    String store() {
        return records.get(0).store();
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

    /**
     * Sorts records into batches; the order of the first of each counts, and within a stream the order is kept.
     *
     * @param octets of lines in each at most, unless it is a single one
     */
    static List<Batch> of(List<StoredRecord> records, int octets) {
        Map<Key, List<StoredRecord>> sorted = new LinkedHashMap<>();
        for (StoredRecord record : records) {
            Key key = new Key(record.store(), record.lane(), record.stream(), record.backlog());
            sorted.computeIfAbsent(key, k -> new ArrayList<>()).add(record);
        }
        List<Batch> batches = new ArrayList<>();
        sorted.values().forEach(same -> split(same, octets, batches));
        return batches;
    }

    private static void split(List<StoredRecord> records, int octets, List<Batch> batches) {
        int first = 0;
        int sum = 0;
        for (int i = 0; i < records.size(); i++) {
            int line = records.get(i).content().remaining() + LINE;
            if (i > first && sum + line > octets) {
                batches.add(new Batch(records.subList(first, i)));
                first = i;
                sum = 0;
            }
            sum += line;
        }
        batches.add(new Batch(records.subList(first, records.size())));
    }
}
