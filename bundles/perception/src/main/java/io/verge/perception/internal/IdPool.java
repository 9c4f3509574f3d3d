package io.verge.perception.internal;

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
    private static final long TENTH = 100_000;

    /** Tenths of a second: 30 s, and what rounding may take. */
    private static final int REST = 302;

    /** µs. */
    private static final long SWEEP = 3_000_000;

    private final Map<Long, Integer> byKey = new LinkedHashMap<>();
    /** In tenths of a second, the lowest bit set, as 0 is never; the lower half of them, as whole ones would be half a megabyte. */
    private final int[] usedAt = new int[HIGHEST + 1];

    private int last;
    private long swept;

    /** The id of this key, a new one at first; {@link #NONE} when all are taken. */
    int of(long key, long time) {
        Integer known = byKey.get(key);
        if (known != null) {
            used(known, time);
            return known;
        }
        for (int tried = 0; tried < HIGHEST; tried++) {
            last = last == HIGHEST ? 1 : last + 1;
            if (hasRested(last, time)) {
                used(last, time);
                byKey.put(key, last);
                return last;
            }
        }
        return NONE;
    }

    /** Notes that an id is in use at this time. */
    void used(int id, long time) {
        usedAt[id] = stamp(time);
    }

    private boolean hasRested(int id, long time) {
        int used = usedAt[id];
        return used == 0 || stamp(time) - used >= REST;
    }

    /** Two of them differ by what has passed, for 6 years to either side. */
    private static int stamp(long time) {
        return (int) Math.floorDiv(time, TENTH) | 1;
    }

    /** Forgets keys whose ids have rested; now and then is enough. */
    void sweep(long time) {
        if (Math.abs(time - swept) < SWEEP) {
            return;
        }
        swept = time;
        Iterator<Integer> ids = byKey.values().iterator();
        while (ids.hasNext()) {
            if (hasRested(ids.next(), time)) {
                ids.remove();
            }
        }
    }
}
