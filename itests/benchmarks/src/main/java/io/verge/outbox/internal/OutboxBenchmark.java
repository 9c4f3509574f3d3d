package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import io.verge.benchmarks.agent.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** How fast the outbox is, what it writes and what it holds, beside its peers on the same disk. Linux: it reads {@code /proc}. */
public final class OutboxBenchmark {
    private static final int OCTETS = 300;
    private static final int PRODUCERS = 8;
    private static final int GROUP = 3_000;
    private static final long MILLION = 1_000_000;
    private static final double MEGABYTE = 1e6;

    private final Path folder;
    private final int seconds;
    private final Limits limits = new Limits();
    private final byte[] content = content();

    private OutboxBenchmark(Path folder, int seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    /**
     * Measures and prints.
     *
     * @param args a folder on the disk to be measured; seconds for each rate, if not 5
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "outbox-benchmark");
        try {
            OutboxBenchmark benchmark = new OutboxBenchmark(folder, args.length > 1 ? Integer.parseInt(args[1]) : 5);
            benchmark.critical();
            benchmark.telemetry();
            benchmark.written();
            benchmark.million();
            System.exit(benchmark.limits.exitCode());
        } finally {
            Running.delete(folder);
        }
    }

    /** As JSON is: letters and figures that do not compress to nothing. */
    private static byte[] content() {
        Random random = new Random(1);
        byte[] octets = new byte[OCTETS];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (' ' + random.nextInt(90));
        }
        return octets;
    }

    private void critical() throws Exception {
        double raw = Peers.rawAppends(folder, OCTETS * PRODUCERS, seconds) * PRODUCERS;
        double paho = Peers.pahoFiles(folder, PRODUCERS, true, content, seconds);
        double filesAtOnce = Peers.pahoFiles(folder, PRODUCERS, false, content, seconds);
        double durable;
        double written;
        try (Running running = new Running(folder)) {
            running.awaitOpen();
            DiskWrites writes = new DiskWrites();
            durable = Producers.rate(PRODUCERS, seconds, content, (number, octets) -> running.putDurably(octets));
            long records = running.outbox.report().lanes().get(0).records();
            written = writes.octets() / ((double) records * OCTETS);
            limits.exactly("critical: dropped", running.dropped(), 0);
            running.drain(1_000);
        }
        limits.figure("raw append of 8 records and fdatasync, records/s", raw, "");
        limits.figure("Paho's MqttDefaultFilePersistence behind its client's lock, 8 producers, records/s", paho, "");
        limits.figure("the same without that lock, 8 files synced at once, records/s", filesAtOnce, "");
        limits.figure("lane critical, 8 producers, records/s", durable, "");
        limits.atLeast("lane critical against Paho's files", durable / paho, 8, "");
        limits.atLeast("lane critical against the raw rate", durable / raw, 0.7, "");
        limits.figure("lane critical, 8 producers: octets written for one of content", written, "");
    }

    private void telemetry() throws Exception {
        try (Running running = new Running(folder)) {
            running.awaitOpen();
            running.put(Lane.TELEMETRY, 200_000, content);
            long begun = System.nanoTime();
            running.put(Lane.TELEMETRY, MILLION, content);
            double rate = MILLION / ((System.nanoTime() - begun) / 1e9);
            limits.atLeast("lane telemetry, one producer, records/s", rate, 100_000, "");
            begun = System.nanoTime();
            long drained = running.drain(500);
            limits.figure(
                    "take and confirm 500 at a time, records/s", drained / ((System.nanoTime() - begun) / 1e9), "");
            limits.exactly("telemetry: dropped", running.dropped(), 0);
        }
    }

    /** The whole life: put in, taken, confirmed, removed. */
    private void written() throws Exception {
        int records = 300_000;
        double own;
        try (DiskWrites writes = new DiskWrites()) {
            try (Running running = new Running(folder)) {
                running.awaitOpen();
                running.put(Lane.TELEMETRY, records, content);
                running.drain(1_000);
            }
            own = writes.octets() / ((double) records * OCTETS);
        }
        limits.atMost("octets written for one of content, kept, sent and removed", own, 2.5, "");
        limits.figure("the same in H2's MVStore", Peers.mapStore(folder, records, content, GROUP), "");
    }

    private void million() throws Exception {
        try (Running running = new Running(folder)) {
            running.awaitOpen();
            running.put(Lane.EVENT, MILLION, content);
        }
        long before = heap();
        long begun = System.nanoTime();
        try (Running running = new Running(folder)) {
            running.awaitOpen();
            limits.atMost("start with 1,000,000 records", (System.nanoTime() - begun) / 1e9, 1, "s");
            int first = running.outbox.take(100, 1_000_000).size();
            limits.atMost("start until the first 100 are taken", (System.nanoTime() - begun) / 1e9, 1, "s");
            limits.exactly("taken", first, 100);
            limits.exactly("waiting", running.outbox.report().lanes().get(1).records(), MILLION);
            limits.atMost("heap with 1,000,000 records", (heap() - before) / MEGABYTE, 8, "MB");
            running.put(Lane.TELEMETRY, 20_000, content);
            for (int i = 0; i < 200; i++) {
                running.outbox.take(500, 1_000_000);
            }
            limits.atMost("heap with 100,000 taken and not confirmed", (heap() - before) / MEGABYTE, 8, "MB");
            fillQueue(running);
            limits.atMost("heap with a full queue too", (heap() - before) / MEGABYTE, 8, "MB");
        }
    }

    /** Faster than the disk: as much as the queue takes at once. */
    private void fillQueue(Running running) {
        for (int i = 0; i < 200_000; i++) {
            running.outbox.offer(running.record(Lane.TELEMETRY, content));
        }
    }

    private static long heap() throws IOException {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
