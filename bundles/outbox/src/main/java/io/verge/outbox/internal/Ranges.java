package io.verge.outbox.internal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Numbers, kept as ranges: neighbours take no more room than one. For one thread. */
public final class Ranges {
    private final NavigableMap<Long, Long> lastByFirst = new TreeMap<>();

    /** Takes a range. */
    public interface Taker<E extends Exception> {
        void take(long first, long last) throws E;
    }

    public void add(long number) {
        add(number, number);
    }

    /** Both inclusive. */
    public void add(long first, long last) {
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

    public boolean contains(long number) {
        Map.Entry<Long, Long> near = lastByFirst.floorEntry(number);
        return near != null && near.getValue() >= number;
    }

    /** The last number of the range that holds this one; one less than it when there is none. */
    long endOfRange(long number) {
        Map.Entry<Long, Long> near = lastByFirst.floorEntry(number);
        return near != null && near.getValue() >= number ? near.getValue() : number - 1;
    }

    /** What of a range, both ends inclusive, is not in here. */
    <E extends Exception> void forEachGap(long first, long last, Taker<E> taker) throws E {
        long from = Math.max(first, endOfRange(first) + 1);
        while (from <= last) {
            Long next = lastByFirst.ceilingKey(from);
            long to = next == null ? last : Math.min(last, next - 1);
            taker.take(from, to);
            if (next == null || next > last) {
                return;
            }
            from = endOfRange(next) + 1;
        }
    }

    /** Forgets all ranges that begin above this number. */
    void keepBelow(long number) {
        lastByFirst.tailMap(number, false).clear();
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
