package io.verge.device;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Named counters, each from 0 up. Safe for use by several threads; a driver asks for its counters once and keeps them. */
public final class Counters {
    private final ConcurrentSkipListMap<String, Counter> counters = new ConcurrentSkipListMap<>();

    /** The counter of this name, which is new at 0 when there was none. */
    public Counter counter(String name) {
        return counters.computeIfAbsent(name, absent -> new Counter());
    }

    /** All names and what they stand at, in alphabetical order. */
    public SortedMap<String, Long> snapshot() {
        SortedMap<String, Long> snapshot = new TreeMap<>();
        counters.forEach((name, counter) -> snapshot.put(name, counter.get()));
        return Collections.unmodifiableSortedMap(snapshot);
    }

    /** One counter. */
    public static final class Counter {
        private final LongAdder value = new LongAdder();

        private Counter() {}

        public void increment() {
            value.increment();
        }

        public void add(long amount) {
            value.add(amount);
        }

        public long get() {
            return value.sum();
        }
    }
}
