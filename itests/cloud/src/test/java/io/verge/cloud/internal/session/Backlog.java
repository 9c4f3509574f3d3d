package io.verge.cloud.internal.session;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outlet;
import io.verge.api.outbox.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An outbox of critical records in memory, with the order that the contract promises: live ones first. */
final class Backlog implements Outlet {
    static final String STORE = "0123456789abcdef";
    static final String STREAM = "events";
    private static final String BODY =
            "{\"kind\":\"collision-warning\",\"phase\":\"NEW\",\"position\":[30.5%05d,114.3%05d],\"text\":\"%s\"}";

    private final TreeMap<Long, StoredRecord> live = new TreeMap<>();
    private final TreeMap<Long, StoredRecord> backlog = new TreeMap<>();
    private final TreeMap<Long, StoredRecord> taken = new TreeMap<>();
    private Runnable bell = () -> {};
    private long sequence;

    /** Something that is about 300 octets long. */
    long offer(Instant time, boolean old) {
        long number = ++sequence;
        String body = BODY.formatted(
                number % 99_991,
                number * 7 % 99_991,
                Long.toHexString(number * 0x9E3779B97F4A7C15L).repeat(12));
        StoredRecord one = new StoredRecord(
                STORE,
                Lane.CRITICAL,
                STREAM,
                number,
                time,
                null,
                old,
                ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
        (old ? backlog : live).put(number, one);
        bell.run();
        return number;
    }

    int waiting() {
        return live.size() + backlog.size() + taken.size();
    }

    @Override
    public List<StoredRecord> take(int records, int octets) {
        List<StoredRecord> given = take(live, records, octets);
        return given.isEmpty() ? take(backlog, records, octets) : given;
    }

    @Override
    public List<StoredRecord> takeLive(int records, int octets) {
        return take(live, records, octets);
    }

    private List<StoredRecord> take(NavigableMap<Long, StoredRecord> from, int records, int octets) {
        List<StoredRecord> given = new ArrayList<>();
        int sum = 0;
        while (!from.isEmpty() && given.size() < records) {
            sum += from.firstEntry().getValue().content().remaining();
            if (sum > octets && !given.isEmpty()) {
                break;
            }
            StoredRecord one = from.pollFirstEntry().getValue();
            taken.put(one.sequence(), one);
            given.add(one);
        }
        return given;
    }

    @Override
    public void confirm(Collection<StoredRecord> arrived) {
        arrived.forEach(one -> confirm(STORE, one.lane(), STREAM, one.sequence(), one.sequence()));
    }

    @Override
    public void confirm(String store, Lane lane, String stream, long first, long last) {
        for (long number = first; number <= last; number++) {
            live.remove(number);
            backlog.remove(number);
            taken.remove(number);
        }
    }

    @Override
    public void giveBack() {
        backlog.putAll(live);
        backlog.putAll(taken);
        live.clear();
        taken.clear();
        backlog.replaceAll((number, one) -> new StoredRecord(
                STORE, one.lane(), one.stream(), one.sequence(), one.time(), one.expires(), true, one.content()));
    }

    @Override
    public void ring(Runnable next) {
        bell = next;
    }
}
