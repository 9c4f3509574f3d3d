package io.verge.perception.internal;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ids of road users: 1 to 65535, in turn, none again until 30 s after its last use. A track that is born again when the past is
 * computed again has the same key, and so gets the same id.
 */
final class IdPool {
    static final int NONE = 0;
    private static final int HIGHEST = 65_535;

    /** µs. */
    private static final long REST = 30_000_000;

    private final Map<Long, Integer> byKey = new LinkedHashMap<>();
    private final long[] usedAt = new long[HIGHEST + 1];
    private int last;
    private long swept;

    IdPool() {
        Arrays.fill(usedAt, Long.MIN_VALUE / 2);
    }

    /** The id of this key, a new one at first; {@link #NONE} when all are taken. */
    int of(long key, long time) {
        Integer known = byKey.get(key);
        if (known != null) {
            usedAt[known] = time;
            return known;
        }
        for (int tried = 0; tried < HIGHEST; tried++) {
            last = last == HIGHEST ? 1 : last + 1;
            if (time - usedAt[last] >= REST) {
                usedAt[last] = time;
                byKey.put(key, last);
                return last;
            }
        }
        return NONE;
    }

    /** Notes that an id is in use at this time. */
    void used(int id, long time) {
        usedAt[id] = time;
    }

    /** Forgets keys whose ids have rested; now and then is enough. */
    void sweep(long time) {
        if (Math.abs(time - swept) < REST / 10) {
            return;
        }
        swept = time;
        Iterator<Integer> ids = byKey.values().iterator();
        while (ids.hasNext()) {
            if (time - usedAt[ids.next()] >= REST) {
                ids.remove();
            }
        }
    }
}
