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

/** An outbox in memory with so many records of 300 octets that have waited. */
final class FullOutlet implements Outlet {
    static final ByteBuffer CONTENT =
            ByteBuffer.wrap(("{\"time\":\"2026-03-01T08:00:00.000Z\",\"text\":\"" + "x".repeat(252) + "\"}")
                    .getBytes(StandardCharsets.UTF_8));

    private final int most;
    private int given;

    FullOutlet(int records) {
        most = records;
    }

    @Override
    public List<StoredRecord> takeLive(int records, int octets) {
        return List.of();
    }

    @Override
    public List<StoredRecord> take(int records, int octets) {
        List<StoredRecord> taken = new ArrayList<>();
        for (int sum = 0; given < most && taken.size() < records && sum < octets; sum += CONTENT.remaining()) {
            given++;
            taken.add(new StoredRecord(
                    "0123456789abcdef", Lane.EVENT, "events", given, Instant.EPOCH, null, true, CONTENT));
        }
        return taken;
    }

    @Override
    public void confirm(Collection<StoredRecord> arrived) {
        // It is counted by who asked for it.
    }

    @Override
    public void confirm(String store, Lane lane, String stream, long first, long last) {
        throw new AssertionError("nobody acknowledges here");
    }

    @Override
    public void giveBack() {
        if (given != 0) {
            throw new IllegalStateException("the session fell");
        }
    }

    @Override
    public void ring(Runnable bell) {
        // Nothing comes.
    }
}
