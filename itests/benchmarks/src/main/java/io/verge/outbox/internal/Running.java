package io.verge.outbox.internal;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.status.State;
import io.verge.api.time.Clock;
import io.verge.clock.internal.ClockConfig;
import io.verge.clock.internal.SystemClock;
import io.verge.clock.internal.ThreadStages;
import io.verge.testkit.Defaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** An outbox with the threads and the time of the field. */
final class Running implements AutoCloseable {
    /** So many records may be on their way: fewer than the queue holds, so that none is dropped. */
    private static final int UNDERWAY = 6_000;

    private final Clock clock = new SystemClock(Defaults.of(ClockConfig.class));
    final DurableOutbox outbox;

    Running(Path folder) {
        outbox = new DurableOutbox(
                Defaults.of(OutboxConfig.class, "budget", 2_000),
                folder,
                clock,
                new ThreadStages(clock),
                new SecureRandom(),
                Database::open);
    }

    CloudRecord record(Lane lane, byte[] content) {
        return new CloudRecord(lane, "stream", null, clock.now(), null, ByteBuffer.wrap(content));
    }

    /** Until the file is open. */
    void awaitOpen() throws InterruptedException {
        while (outbox.report().status().state() == State.STARTING) {
            Thread.sleep(1);
        }
    }

    void putDurably(byte[] content) throws Exception {
        outbox.offer(record(Lane.CRITICAL, content)).toCompletableFuture().get();
    }

    /** Puts many in, never more than the queue holds; returns when all are in the file. */
    void put(Lane lane, long records, byte[] content) throws InterruptedException {
        Semaphore underway = new Semaphore(UNDERWAY);
        for (long i = 0; i < records; i++) {
            underway.acquire();
            outbox.offer(record(lane, content)).whenComplete((done, dropped) -> underway.release());
        }
        underway.acquire(UNDERWAY);
    }

    /** Takes all and confirms it, a window at a time. */
    long drain(int window) {
        long count = 0;
        List<StoredRecord> taken = outbox.take(window, Integer.MAX_VALUE);
        while (!taken.isEmpty()) {
            count += taken.size();
            outbox.confirm(taken);
            taken = outbox.take(window, Integer.MAX_VALUE);
        }
        return count;
    }

    long dropped() {
        return outbox.report().lanes().stream()
                .flatMap(lane -> lane.dropped().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        outbox.close();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
