package io.verge.messages.facilities;

import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small numbers for what has a text as its name: stable while it is spoken of, one after the other, so that a number that has
 * just ended is not given to another soon. When none is left, that of the longest unused is given again. Safe for use by
 * several threads.
 */
public final class ShortIds {
    /** More than a box ever speaks of at once; keeps the memory small where there are many numbers. */
    private static final int MOST = 1024;

    private final int count;
    private final int capacity;
    /** By name, the longest unused first. Guarded by this object's lock, like those below. */
    private final Map<String, Integer> numbers = new LinkedHashMap<>(16, 0.75f, true);

    private final BitSet taken = new BitSet();
    private int next;

    /** Gives numbers from 0 to count − 1. */
    public ShortIds(int count) {
        this.count = count;
        this.capacity = Math.min(count, MOST);
    }

    /** The number of a name. */
    public synchronized int of(String name) {
        Integer known = numbers.get(name);
        return known != null ? known : give(name);
    }

    private int give(String name) {
        if (numbers.size() >= capacity) {
            Iterator<Integer> eldest = numbers.values().iterator();
            taken.clear(eldest.next());
            eldest.remove();
        }
        int free = taken.nextClearBit(next);
        int number = free < count ? free : taken.nextClearBit(0);
        taken.set(number);
        numbers.put(name, number);
        next = (number + 1) % count;
        return number;
    }
}
