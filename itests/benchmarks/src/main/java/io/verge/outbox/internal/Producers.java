package io.verge.outbox.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Threads that put records somewhere, each waiting until its last one is durable. */
final class Producers {
    private Producers() {}

    /** Where records are put; returns when it is durable. */
    interface Place {
        void put(long number, byte[] content) throws Exception;
    }

    /** Records a second, after a second of warm-up. */
    static double rate(int threads, int seconds, byte[] content, Place place) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        LongAdder done = new LongAdder();
        long begun = System.nanoTime();
        long counted = begun + TimeUnit.SECONDS.toNanos(1);
        long end = counted + TimeUnit.SECONDS.toNanos(seconds);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                long first = thread * 1_000_000_000L;
                all.add(() -> {
                    long number = first;
                    for (long now = begun; now < end; now = System.nanoTime()) {
                        place.put(number++, content);
                        if (now >= counted) {
                            done.increment();
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> one : pool.invokeAll(all)) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return done.sum() / (double) seconds;
    }
}
