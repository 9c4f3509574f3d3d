package io.verge.netlab;

import java.util.concurrent.atomic.AtomicLong;

/** What a direction has done; counted by the loop's thread, read by any. */
final class Tally {
    final AtomicLong octets = new AtomicLong();
    final AtomicLong passed = new AtomicLong();
    final AtomicLong stalled = new AtomicLong();
    final AtomicLong lost = new AtomicLong();
    final AtomicLong vanished = new AtomicLong();
    final AtomicLong mischief = new AtomicLong();

    static void add(AtomicLong counter, long count) {
        counter.addAndGet(count);
    }

    Report.Way report(long waiting) {
        return new Report.Way(
                octets.get(), passed.get(), stalled.get(), lost.get(), vanished.get(), mischief.get(), waiting);
    }
}
