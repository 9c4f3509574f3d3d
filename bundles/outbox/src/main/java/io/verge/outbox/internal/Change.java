package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one transaction does beside writing; told when it is committed, forgotten when it is not. */
final class Change {
    private final long[][] dropped = new long[Lanes.COUNT][Reason.COUNT];
    private final long[] confirmed = new long[Lanes.COUNT];
    private final List<Refused> refused = new ArrayList<>();
    private final Map<Lane, Long> cutBelow = new EnumMap<>(Lane.class);

    /** An entry that was not kept. */
    private record Refused(Entry entry, Reason reason) {}

    void refuse(Entry entry, Reason reason) {
        refused.add(new Refused(entry, reason));
    }

    void drop(Lane lane, Reason reason, long records) {
        dropped[Lanes.number(lane)][reason.number()] += records;
    }

    void confirm(Lane lane, long records) {
        confirmed[Lanes.number(lane)] += records;
    }

    /** All of a lane with an id up to this one went to make room. */
    void cut(Lane lane, long id) {
        cutBelow.put(lane, id);
    }

    long cut(Lane lane) {
        return cutBelow.getOrDefault(lane, 0L);
    }

    /** It is committed. */
    void tell(Drops drops, Confirmed arrived) {
        for (Lane lane : Lane.values()) {
            arrived.add(lane, confirmed[Lanes.number(lane)]);
            for (Reason reason : Reason.values()) {
                drops.add(lane, reason, dropped[Lanes.number(lane)][reason.number()]);
            }
        }
        for (Refused one : refused) {
            drops.drop(one.entry(), one.reason());
        }
    }

    /** Counts what has arrived. */
    interface Confirmed {
        void add(Lane lane, long records);
    }
}
