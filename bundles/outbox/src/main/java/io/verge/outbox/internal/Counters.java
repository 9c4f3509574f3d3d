package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.util.concurrent.atomic.AtomicLongArray;

/** What came and what arrived since the start, by lane. Any thread. */
final class Counters {
    private final AtomicLongArray offered = new AtomicLongArray(Lane.values().length);
    private final AtomicLongArray confirmed = new AtomicLongArray(Lane.values().length);

    void offered(Lane lane) {
        offered.incrementAndGet(lane.ordinal());
    }

    void confirmed(Lane lane, long records) {
        confirmed.addAndGet(lane.ordinal(), records);
    }

    long offeredIn(Lane lane) {
        return offered.get(lane.ordinal());
    }

    long confirmedIn(Lane lane) {
        return confirmed.get(lane.ordinal());
    }
}
