package io.verge.replay.internal;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run when: each entry on whole multiples of its period since 1970, at one instant in the order in which they
 * were entered. Safe for use by several threads.
 */
final class Agenda {
    /** Something that is run again and again. */
    static final class Entry {
        final ReplayStage stage;
        final Runnable work;
        private final long period;
        private final long number;
        /** Nanoseconds since 1970. Guarded by the agenda, and never changed while the entry is in its queue. */
        private long due;

        private Entry(ReplayStage stage, long period, Runnable work, long number) {
            this.stage = stage;
            this.period = period;
            this.work = work;
            this.number = number;
        }

        private void dueAfter(long nanos) {
            due = Math.multiplyExact(Math.floorDiv(nanos, period) + 1, period);
        }
    }

    /**
     * An entry that has come due.
     *
     * @param at nanoseconds since 1970
     */
    record Tick(Entry entry, long at) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(
            Comparator.<Entry>comparingLong(entry -> entry.due).thenComparingLong(entry -> entry.number));
    private long entered;

    /**
     * @param period nanoseconds, greater than zero
     * @param now nanoseconds since 1970; the first tick comes after it
     */
    synchronized void enter(ReplayStage stage, long period, Runnable work, long now) {
        Entry entry = new Entry(stage, period, work, entered++);
        entry.dueAfter(now);
        entries.add(entry);
    }

    synchronized void forget(ReplayStage stage) {
        entries.removeIf(entry -> entry.stage == stage);
    }

    /** The earliest tick that is not after this instant; null when there is none. Its entry comes due again later. */
    synchronized @Nullable Tick next(long until) {
        Entry first = entries.peek();
        if (first == null || first.due > until) {
            return null;
        }
        entries.remove();
        Tick tick = new Tick(first, first.due);
        first.dueAfter(first.due);
        entries.add(first);
        return tick;
    }

    /** Time jumps: what would have come due before is left out. */
    synchronized void jump(long now) {
        Entry[] all = entries.toArray(Entry[]::new);
        entries.clear();
        for (Entry entry : all) {
            entry.dueAfter(now);
            entries.add(entry);
        }
    }
}
