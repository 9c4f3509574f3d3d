package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is on the disk when power goes during a commit or while the log is copied: of the 512-octet sectors that were written since the
 * last sync any are there and any are not, one may be torn, and the file has its old length or its new one. Not simulated: a disk that
 * says that it has synced and has not, and one that spoils what it does not write.
 */
class PowerCutTest {
    private static final int SECTOR = 512;
    private static final int HEADER = 32;
    private static final int STEPS = 40;
    private static final int CUTS = 6;
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Rules RULES = new Rules(100_000_000, Map.of(), List.of());

    private final Path folder;

    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> confirmed = new HashSet<>();

    PowerCutTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The octets of the file and of its log. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Image(byte[] file, byte[] log) {
        static Image of(Path file) throws IOException {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            return new Image(Files.readAllBytes(file), Files.exists(log) ? Files.readAllBytes(log) : new byte[0]);
        }

        void write(Path file) throws IOException {
            Files.write(file, this.file);
            Files.write(file.resolveSibling(file.getFileName() + "-wal"), log);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        }

        /** Some sectors of what has changed. */
        static Image cut(Image before, Image after, Random random) {
            return new Image(mix(before.file, after.file, random), mixLog(before.log, after.log, random));
        }

        /** A log that is begun anew has its header synced before anything follows: else old frames would do for new ones. */
        private static byte[] mixLog(byte[] before, byte[] after, Random random) {
            if (Arrays.equals(before, 0, Math.min(HEADER, before.length), after, 0, Math.min(HEADER, after.length))) {
                return mix(before, after, random);
            }
            byte[] begun = Arrays.copyOf(before, Math.max(HEADER, before.length));
            System.arraycopy(after, 0, begun, 0, HEADER);
            return random.nextInt(4) == 0 ? mix(before, begun, random) : mix(begun, after, random);
        }

        private static byte[] mix(byte[] before, byte[] after, Random random) {
            byte[] mixed = Arrays.copyOf(before, random.nextBoolean() ? after.length : before.length);
            double share = random.nextDouble();
            for (int at = 0; at < mixed.length && at < after.length; at += SECTOR) {
                int end = Math.min(Math.min(mixed.length, after.length), at + SECTOR);
                if (random.nextDouble() < share) {
                    int torn = random.nextInt(40) == 0 ? at + random.nextInt(SECTOR) : end;
                    System.arraycopy(after, at, mixed, at, Math.min(torn, end) - at);
                }
            }
            return mixed;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingAcknowledgedIsLostAndTheFileOpens(long seed) throws Exception {
        Random random = new Random(seed);
        Path file = folder.resolve("outbox.db");
        try (Database database = Database.open(file);
                Store store = Store.open(database, RULES, "0123456789abcdef")) {
            long number = 0;
            for (int step = 0; step < STEPS; step++) {
                Image before = Image.of(file);
                if (random.nextInt(6) == 0) {
                    database.checkpoint();
                    cut(before, Image.of(file), random);
                } else {
                    List<Entry> batch = batch(random, number);
                    number += batch.size();
                    confirmSome(store, random);
                    store.commit(batch, NOW);
                    cut(before, Image.of(file), random);
                    batch.forEach(entry -> acknowledged.add(text(entry.content())));
                }
            }
        }
    }

    private static List<Entry> batch(Random random, long number) {
        List<Entry> batch = new ArrayList<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            byte[] content =
                    (number + batch.size() + " ".repeat(random.nextInt(2_000))).getBytes(StandardCharsets.US_ASCII);
            batch.add(new Entry(Lane.CRITICAL, "s" + i % 3, null, NOW, null, content, new CompletableFuture<>()));
        }
        return batch;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII).strip();
    }

    /** What is about to be removed may be there or not. */
    private void confirmSome(Store store, Random random) throws StoreException {
        Desk.Basket basket = new Desk.Basket(1 + random.nextInt(20), 1_000_000);
        store.take(Lane.CRITICAL, true, NOW, basket);
        for (StoredRecord one : basket.records) {
            confirmed.add(Box.text(one).strip());
            store.confirm(one.lane(), one.stream(), one.sequence(), one.sequence());
        }
    }

    private void cut(Image before, Image after, Random random) throws Exception {
        for (int i = 0; i < CUTS; i++) {
            Path copy = folder.resolve("cut.db");
            Image.cut(before, after, random).write(copy);
            assertThat(Database.check(copy)).isEmpty();
            try (Store store = Store.open(Database.open(copy), RULES, "fedcba9876543210")) {
                store.giveBack();
                Desk.Basket basket = new Desk.Basket(10_000, Integer.MAX_VALUE);
                store.take(Lane.CRITICAL, false, NOW, basket);
                Set<String> there = new HashSet<>();
                basket.records.forEach(one -> there.add(Box.text(one).strip()));
                Set<String> lost = new HashSet<>(acknowledged);
                lost.removeAll(confirmed);
                lost.removeAll(there);
                assertThat(lost).isEmpty();
            }
            Files.delete(copy);
        }
    }
}
