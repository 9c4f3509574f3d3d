package io.verge.cloud.internal.drain;

import io.verge.api.outbox.Outlet;
import io.verge.api.outbox.StoredRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was taken from the outbox and is not sent yet: a message or two, live and backlog apart. One thread. */
final class Hand {
    private static final int MOST_RECORDS = 2000;

    private final Outlet outlet;
    private final Deque<Batch> live = new ArrayDeque<>();
    private final Deque<Batch> backlog = new ArrayDeque<>();
    /** Whether the outbox may have something live, or anything at all. */
    private boolean liveWaits;

    private boolean anyWaits;

    Hand(Outlet outlet) {
        this.outlet = outlet;
    }

    /** A session begins: all that was taken is taken again. */
    void begin() {
        live.clear();
        backlog.clear();
        outlet.giveBack();
        rung();
    }

    /** Something has come. */
    void rung() {
        liveWaits = true;
        anyWaits = true;
    }

    /** Looks at the next that came in this session; null when nothing did. */
    @Nullable
    Batch live(int octets) {
        if (live.isEmpty() && liveWaits) {
            List<StoredRecord> taken = outlet.takeLive(MOST_RECORDS, octets);
            liveWaits = !taken.isEmpty();
            sort(taken, octets);
        }
        if (live.isEmpty() && backlog.isEmpty() && anyWaits) {
            List<StoredRecord> taken = outlet.take(MOST_RECORDS, octets);
            anyWaits = !taken.isEmpty();
            sort(taken, octets);
        }
        return live.peekFirst();
    }

    /** Looks at the next that had waited; null when nothing had. To be asked after {@link #live}. */
    @Nullable
    Batch backlog() {
        return backlog.peekFirst();
    }

    /** The batch that was looked at goes. */
    void remove(Batch batch) {
        (batch.backlog() ? backlog : live).pollFirst();
    }

    /** It did not arrive and goes again, before the others. */
    void putBack(Batch batch) {
        (batch.backlog() ? backlog : live).addFirst(batch);
    }

    private void sort(List<StoredRecord> taken, int octets) {
        for (Batch batch : Batch.of(taken, octets)) {
            (batch.backlog() ? backlog : live).addLast(batch);
        }
    }
}
