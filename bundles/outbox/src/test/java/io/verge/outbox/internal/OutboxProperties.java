package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.LaneReport;
import io.verge.api.outbox.StoredRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Any interleaving of putting in, taking, confirming, giving back, waiting, filling up and restarting. */
class OutboxProperties {
    private static final int STEPS = 100;
    private static final Lane[] LANES = Lane.values();

    /** One run, and what must be true of it. */
    private static final class Run implements AutoCloseable {
        private final Path folder;
        private final Random random;
        private final Box box;
        private final int largest;
        private final List<StoredRecord> out = new ArrayList<>();
        private final Set<String> confirmed = new HashSet<>();
        private final Map<Lane, Long> kept = new HashMap<>();
        private long next;

        Run(long seed, int budget, int largest) throws IOException {
            this.largest = largest;
            folder = Files.createTempDirectory("outbox");
            random = new Random(seed);
            String[] newestFirst = random.nextBoolean() ? new String[] {"event", "telemetry"} : new String[0];
            box = new Box(folder, OutboxProperties::withoutSync, "budget", budget, "newestFirst", newestFirst);
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> offer();
                case 5, 6 -> take();
                case 7, 8 -> confirm();
                case 9 -> giveBack();
                case 10 -> box.pass(Duration.ofMillis(random.nextInt(2_000)));
                default -> restartSometimes();
            }
        }

        private void offer() {
            for (int i = random.nextInt(40); i >= 0; i--) {
                Lane lane = LANES[random.nextInt(LANES.length)];
                next++;
                box.offer(
                        lane,
                        "s" + random.nextInt(3),
                        lane == Lane.STATE ? "k" + random.nextInt(5) : null,
                        random.nextInt(20) == 0 ? box.clock.now().plusMillis(random.nextInt(3_000)) : null,
                        next + " ".repeat(random.nextInt(largest)));
            }
        }

        private void take() {
            List<StoredRecord> taken = box.outbox.take(1 + random.nextInt(50), 1 + random.nextInt(largest * 10));
            lanesInOrder(taken);
            out.addAll(taken);
        }

        private void confirm() {
            List<StoredRecord> some = new ArrayList<>();
            out.removeIf(one -> random.nextBoolean() && some.add(one));
            some.forEach(one -> confirmed.add(name(one)));
            if (random.nextBoolean()) {
                box.outbox.confirm(some);
            } else {
                some.forEach(one ->
                        box.outbox.confirm(one.store(), one.lane(), one.stream(), one.sequence(), one.sequence()));
            }
        }

        private void giveBack() {
            box.outbox.giveBack();
            out.clear();
        }

        /** Counters are of one process, so what they should sum up to is remembered. */
        private void restartSometimes() {
            if (random.nextInt(4) == 0) {
                box.restart();
                out.clear();
                for (Lane lane : LANES) {
                    kept.put(lane, box.lane(lane).records());
                }
            }
        }

        void sumsHold() {
            for (int i = 0; i < 3; i++) {
                box.tick(); // the news of drops is a record too
            }
            for (Lane lane : LANES) {
                LaneReport report = box.lane(lane);
                long dropped = report.dropped().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                assertThat(report.records() + report.confirmed() + dropped)
                        .as("%s: waits, confirmed and dropped of what came", report)
                        .isEqualTo(report.offered() + kept.getOrDefault(lane, 0L));
            }
        }

        void nothingElseIsThere() {
            box.outbox.giveBack();
            List<StoredRecord> all = box.takeAll();
            box.tick(); // what was found to have expired has gone
            Map<Lane, Long> records = new HashMap<>();
            Map<Lane, Long> octets = new HashMap<>();
            for (StoredRecord one : all) {
                records.merge(one.lane(), 1L, Long::sum);
                octets.merge(one.lane(), (long) one.content().remaining(), Long::sum);
            }
            for (Lane lane : LANES) {
                assertThat(box.lane(lane).records()).isEqualTo(records.getOrDefault(lane, 0L));
                assertThat(box.lane(lane).octets()).isEqualTo(octets.getOrDefault(lane, 0L));
            }
            assertThat(all.stream().map(Run::name)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(confirmed);
        }

        /** The contents are numbered in the order in which they were put in, so the order of a stream can be seen. */
        void streamsAreInOrder() {
            box.outbox.giveBack();
            Map<String, List<StoredRecord>> streams = new HashMap<>();
            for (StoredRecord one : box.takeAll()) {
                streams.computeIfAbsent(one.lane() + one.stream(), none -> new ArrayList<>())
                        .add(one);
            }
            streams.forEach((stream, records) -> {
                records.sort(Comparator.comparingLong(StoredRecord::sequence));
                assertThat(records.stream()
                                .filter(one -> !one.stream().equals("outbox"))
                                .map(Run::number))
                        .as(stream)
                        .isSorted();
            });
        }

        private static void lanesInOrder(List<StoredRecord> taken) {
            assertThat(taken)
                    .isSortedAccordingTo(
                            Comparator.comparing(StoredRecord::lane).thenComparing(StoredRecord::backlog));
        }

        private static long number(StoredRecord one) {
            return Long.parseLong(Box.text(one).strip());
        }

        private static String name(StoredRecord one) {
            return one.lane() + "/" + one.stream() + "/" + one.sequence();
        }

        @Override
        public void close() throws IOException {
            box.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What a sync guards against is tested elsewhere. */
    private static Database withoutSync(Path file) throws StoreException {
        Database database = Database.open(file);
        try {
            database.execute("PRAGMA synchronous = OFF");
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
        return database;
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void nothingIsLostAndSumsHold(@ForAll long seed) throws IOException {
        try (Run run = new Run(seed, 512, 300)) {
            for (int i = 0; i < STEPS; i++) {
                run.step();
            }
            run.sumsHold();
            run.nothingElseIsThere();
            run.streamsAreInOrder();
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void sumsHoldThoughAllIsFull(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int megabytes)
            throws IOException {
        try (Run run = new Run(seed, megabytes, 20_000)) {
            for (int i = 0; i < STEPS; i++) {
                run.step();
            }
            run.sumsHold();
            run.nothingElseIsThere();
            run.streamsAreInOrder();
        }
    }
}
