package io.verge.ingest.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts since the start. Any thread. */
public final class Counters {
    private final Map<Counter, LongAdder> counts = new EnumMap<>(Counter.class);

    /** All zero. */
    public Counters() {
        for (Counter counter : Counter.values()) {
            counts.put(counter, new LongAdder());
        }
    }

    void add(Counter counter, long amount) {
        adder(counter).add(amount);
    }

    /** One of them. */
    public long get(Counter counter) {
        return adder(counter).sum();
    }

    private LongAdder adder(Counter counter) {
        LongAdder adder = counts.get(counter);
        if (adder == null) {
            throw new IllegalStateException("every counter is there");
        }
        return adder;
    }

    /** In one line: those that are not zero. */
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue().sum() > 0)
                .map(count -> count.getKey().word() + " " + count.getValue().sum())
                .collect(Collectors.joining(", "));
    }
}
