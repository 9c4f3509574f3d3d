package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.util.concurrent.atomic.AtomicLongArray;

/** What came and what arrived since the start, by lane. Any thread. */
final class Counters {
    private final AtomicLongArray offered = new AtomicLongArray(Lanes.COUNT);
    private final AtomicLongArray confirmed = new AtomicLongArray(Lanes.COUNT);

    void offered(Lane lane) {
        offered.incrementAndGet(Lanes.number(lane));
    }

    void confirmed(Lane lane, long records) {
        confirmed.addAndGet(Lanes.number(lane), records);
    }

    long offeredIn(Lane lane) {
        return offered.get(Lanes.number(lane));
    }

    long confirmedIn(Lane lane) {
        return confirmed.get(Lanes.number(lane));
    }
}
