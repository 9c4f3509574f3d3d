package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes when there is no more room, or no more time. */
class RoomTest {
    private static final String LARGE = "x".repeat(100_000);

    @TempDir
    Path state;

    private static void fill(Box box, Lane lane, int records) {
        for (int i = 0; i < records; i++) {
            box.offer(lane, "a", LARGE);
            if (i % 10 == 0) {
                box.tick();
            }
        }
        box.tick();
    }

    @Test
    void oldestEventsGoWhenTheLaneIsFull() {
        try (Box box = new Box(state, "budget", 8, "eventShare", 20)) {
            fill(box, Lane.EVENT, 20);
            List<StoredRecord> left = box.takeAll();
            assertThat(left.get(left.size() - 1).sequence()).isEqualTo(20);
            assertThat(left).hasSizeBetween(14, 16);
        }
    }

    @Test
    void newBulkIsRefusedWhenTheLaneIsFull() {
        try (Box box = new Box(state, "budget", 8, "bulkShare", 10)) {
            fill(box, Lane.BULK, 10);
            assertThat(box.takeAll()).extracting(StoredRecord::sequence).startsWith(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(box.lane(Lane.BULK).dropped()).containsEntry("full", 3L);
        }
    }

    @Test
    void criticalTakesTheRoomOfTheLowestLanes() {
        try (Box box = new Box(state, "budget", 8, "eventShare", 40, "telemetryShare", 40)) {
            fill(box, Lane.EVENT, 30);
            fill(box, Lane.TELEMETRY, 30);
            fill(box, Lane.CRITICAL, 30);
            assertThat(box.lane(Lane.CRITICAL).records()).isEqualTo(30);
            assertThat(box.lane(Lane.EVENT).records()).isBetween(30L, 31L); // with the news of the drops
            assertThat(box.lane(Lane.TELEMETRY).records()).isBetween(17L, 20L);
        }
    }

    @Test
    void lossOfCriticalRecordsIsAnAlarm() {
        try (Box box = new Box(state, "budget", 8)) {
            fill(box, Lane.CRITICAL, 82);
            assertThat(box.lane(Lane.CRITICAL).dropped()).containsKey("full");
            assertThat(box.outbox.report().status().trouble())
                    .isNotNull()
                    .satisfies(trouble -> assertThat(trouble.code()).isEqualTo("critical-dropped"));
        }
    }

    @Test
    void budgetThatWasMadeSmallerIsKept() {
        try (Box box = new Box(state, "budget", 16)) {
            fill(box, Lane.CRITICAL, 100);
            box.restart("budget", 8);
            box.offer(Lane.CRITICAL, "a", "1");
            assertThat(box.lane(Lane.CRITICAL).octets()).isLessThan(8_000_000);
        }
    }

    @Test
    void queueDropsTheLowestLanesFirst() {
        Intake intake = new Intake(1_000);
        Entry bulk = entry(Lane.BULK);
        Entry event = entry(Lane.EVENT);
        Entry critical = entry(Lane.CRITICAL);
        assertThat(intake.offer(bulk)).isEmpty();
        assertThat(intake.offer(event)).isEmpty();
        assertThat(intake.offer(critical)).containsExactly(bulk);
        assertThat(intake.offer(bulk)).containsExactly(bulk);
        assertThat(intake.take(10_000)).containsExactly(critical, event);
    }

    private static Entry entry(Lane lane) {
        return new Entry(lane, "a", null, Instant.EPOCH, null, new byte[200], new CompletableFuture<>());
    }

    @Test
    void oldTelemetryIsThinnedTierByTier() {
        try (Box box = new Box(state, "thinToSecond", 100, "thinToTenSeconds", 1_000, "thinToMinute", 10_000)) {
            for (int i = 0; i < 1_200; i++) { // ten a second for two minutes
                box.offer(Lane.TELEMETRY, "a", "1");
                box.clock.advance(Duration.ofMillis(100));
            }
            box.tick();
            box.pass(Duration.ofSeconds(100));
            assertThat(box.lane(Lane.TELEMETRY).records()).isEqualTo(120);
            box.pass(Duration.ofSeconds(1_000));
            assertThat(box.lane(Lane.TELEMETRY).records()).isEqualTo(12);
            box.pass(Duration.ofSeconds(10_000));
            assertThat(box.lane(Lane.TELEMETRY).records()).isEqualTo(2);
            assertThat(box.lane(Lane.TELEMETRY).dropped()).containsEntry("thinned", 1_198L);
        }
    }

    @Test
    void clockThatWasWrongAtTheStartDoesNotExpireRecords() {
        try (Box box = new Box(state)) {
            box.clock.set(Instant.EPOCH);
            box.offer(Lane.TELEMETRY, "a", "1");
            box.tick();
            box.clock.set(Instant.parse("2026-06-01T00:00:00Z"));
            assertThat(box.takeAll()).hasSize(1);
        }
    }

    @Test
    void timesBeyondWhatCanBeWrittenBecomeTheNearestThatCan() {
        assertThat(Nanos.instant(Nanos.of(Instant.MIN))).isEqualTo(Nanos.instant(Long.MIN_VALUE));
        assertThat(Nanos.instant(Nanos.of(Instant.MAX))).isEqualTo(Nanos.instant(Long.MAX_VALUE));
        for (String time : List.of("1677-09-21T00:12:44Z", "1969-12-31T23:59:59.999999999Z", "1970-01-01T00:00:00Z")) {
            assertThat(Nanos.instant(Nanos.of(Instant.parse(time)))).isEqualTo(Instant.parse(time));
        }
    }
}
