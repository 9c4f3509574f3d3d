package io.verge.outbox.internal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Numbers, kept as ranges: neighbours take no more room than one. For one thread. */
final class Ranges {
    private final NavigableMap<Long, Long> lastByFirst = new TreeMap<>();

    /** Takes a range. */
    interface Taker<E extends Exception> {
        void take(long first, long last) throws E;
    }

    void add(long number) {
        add(number, number);
    }

    /** Both inclusive. */
    void add(long first, long last) {
        long from = first;
        long to = last;
        Map.Entry<Long, Long> near = lastByFirst.floorEntry(to == Long.MAX_VALUE ? to : to + 1);
        while (near != null && near.getValue() >= from - 1) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            lastByFirst.remove(near.getKey());
            near = lastByFirst.floorEntry(to == Long.MAX_VALUE ? to : to + 1);
        }
        lastByFirst.put(from, to);
    }

    boolean contains(long number) {
        Map.Entry<Long, Long> near = lastByFirst.floorEntry(number);
        return near != null && near.getValue() >= number;
    }

    boolean isEmpty() {
        return lastByFirst.isEmpty();
    }

    /** How many ranges, not numbers. */
    int size() {
        return lastByFirst.size();
    }

    <E extends Exception> void forEach(Taker<E> taker) throws E {
        for (Map.Entry<Long, Long> range : lastByFirst.entrySet()) {
            taker.take(range.getKey(), range.getValue());
        }
    }

    void clear() {
        lastByFirst.clear();
    }
}
