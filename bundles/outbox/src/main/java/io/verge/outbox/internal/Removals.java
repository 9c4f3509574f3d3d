package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.util.EnumMap;
import java.util.Map;

/** Ids of records that go with the next commit: what has arrived and what has expired. They are not given to anyone again. */
final class Removals {
    private final Map<Lane, Ranges> arrived = new EnumMap<>(Lane.class);
    private final Map<Lane, Ranges> expired = new EnumMap<>(Lane.class);

    Removals() {
        for (Lane lane : Lane.values()) {
            arrived.put(lane, new Ranges());
            expired.put(lane, new Ranges());
        }
    }

    Ranges arrived(Lane lane) {
        return arrived.computeIfAbsent(lane, none -> new Ranges());
    }

    Ranges expired(Lane lane) {
        return expired.computeIfAbsent(lane, none -> new Ranges());
    }

    boolean contains(Lane lane, long id) {
        return arrived(lane).contains(id) || expired(lane).contains(id);
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** How many ranges. */
    int size() {
        int size = 0;
        for (Lane lane : Lane.values()) {
            size += arrived(lane).size() + expired(lane).size();
        }
        return size;
    }

    void clear() {
        arrived.values().forEach(Ranges::clear);
        expired.values().forEach(Ranges::clear);
    }
}
