package io.verge.cloud.internal.drain;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outlet;
import io.verge.api.outbox.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** An outbox in memory, with the order that the contract promises. Any thread. */
public final class FakeOutlet implements Outlet {
    public static final String STORE = "0123456789abcdef";
    private static final Comparator<StoredRecord> ORDER = Comparator.comparing(StoredRecord::lane)
            .thenComparing(StoredRecord::backlog)
            .thenComparing(StoredRecord::sequence);

    private final List<StoredRecord> waiting = new ArrayList<>();
    private final List<StoredRecord> taken = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Runnable bell = () -> {};

    /** Comes now. */
    public synchronized void offer(Lane lane, String stream, String json) {
        long sequence = sequences.merge(lane + stream, 1L, Long::sum);
        ByteBuffer content = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
        waiting.add(new StoredRecord(
                STORE, lane, stream, sequence, Instant.parse("2026-03-01T08:00:00Z"), null, false, content));
        bell.run();
    }

    /** Has waited: to be called before a session. */
    public void offer(Lane lane, String stream, String json, int times) {
        for (int i = 0; i < times; i++) {
            offer(lane, stream, json);
        }
    }

    /** What is not confirmed. */
    public synchronized int kept() {
        return waiting.size() + taken.size();
    }

    @Override
    public List<StoredRecord> take(int records, int octets) {
        return take(records, octets, record -> true);
    }

    @Override
    public List<StoredRecord> takeLive(int records, int octets) {
        return take(records, octets, record -> !record.backlog());
    }

    private synchronized List<StoredRecord> take(int records, int octets, Predicate<StoredRecord> which) {
        List<StoredRecord> given = new ArrayList<>();
        int sum = 0;
        for (StoredRecord record : waiting.stream().filter(which).sorted(ORDER).toList()) {
            sum += record.content().remaining();
            if (given.size() == records || (sum > octets && !given.isEmpty())) {
                break;
            }
            given.add(record);
        }
        waiting.removeAll(given);
        taken.addAll(given);
        return given;
    }

    @Override
    public void confirm(Collection<StoredRecord> arrived) {
        arrived.forEach(record ->
                confirm(record.store(), record.lane(), record.stream(), record.sequence(), record.sequence()));
    }

    @Override
    public synchronized void confirm(String store, Lane lane, String stream, long first, long last) {
        Predicate<StoredRecord> arrived = record -> record.store().equals(store)
                && record.lane() == lane
                && record.stream().equals(stream)
                && record.sequence() >= first
                && record.sequence() <= last;
        taken.removeIf(arrived);
        waiting.removeIf(arrived);
    }

    @Override
    public synchronized void giveBack() {
        waiting.addAll(taken);
        taken.clear();
        waiting.replaceAll(record -> new StoredRecord(
                record.store(),
                record.lane(),
                record.stream(),
                record.sequence(),
                record.time(),
                record.expires(),
                true,
                record.content()));
    }

    @Override
    public void ring(Runnable other) {
        bell = other;
    }
}
