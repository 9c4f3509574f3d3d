package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTest {
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String LONG = "x".repeat(5_000);

    private final Path state;

    private final Disk disk = new Disk();

    FaultTest(@TempDir Path state) {
        this.state = state;
    }

    private static Trouble trouble(Box box) {
        return Objects.requireNonNull(box.outbox.report().status().trouble(), "nothing is wrong");
    }

    private static boolean isNotDurable(CompletionStage<Void> done) {
        try {
            done.toCompletableFuture().join();
            return false;
        } catch (CompletionException e) {
            return e.getCause() instanceof NotDurableException;
        }
    }

    private static List<Path> damaged(Box box) {
        return new Folder(box.folder()).damaged();
    }

    @Test
    void onAFullDiskNothingIsCalledDurable() {
        try (Box box = new Box(state, disk)) {
            disk.fill();
            assertThat(isNotDurable(box.offer(Lane.CRITICAL, "a", LONG))).isTrue();
        }
    }

    @Test
    void onAReadOnlyDiskNothingIsCalledDurable() {
        try (Box box = new Box(state, disk)) {
            disk.makeReadOnly();
            assertThat(isNotDurable(box.offer(Lane.CRITICAL, "a", LONG))).isTrue();
        }
    }

    @Test
    void fullDiskIsAnAlarmWithReasonAndRemedy() {
        try (Box box = new Box(state, disk)) {
            disk.fill();
            box.offer(Lane.CRITICAL, "a", LONG);
            assertThat(box.outbox.report().status().state()).isEqualTo(State.DEGRADED);
            assertThat(trouble(box).code()).isEqualTo("not-durable");
            assertThat(trouble(box).cause()).contains("outbox.db").contains("full");
            assertThat(trouble(box).remedy()).contains("disk");
        }
    }

    @Test
    void whatIsInMemoryAloneIsSentAllTheSame() {
        try (Box box = new Box(state, disk)) {
            box.offer(Lane.CRITICAL, "a", "on disk");
            disk.fill();
            box.offer(Lane.CRITICAL, "a", LONG);
            List<StoredRecord> taken = box.takeAll();
            assertThat(taken).extracting(Box::text).containsExactly("on disk", LONG);
            assertThat(taken.get(0).store()).isNotEqualTo(taken.get(1).store());
        }
    }

    @Test
    void memoryIsBoundedWhileTheDiskIsFull() {
        try (Box box = new Box(state, disk)) {
            disk.fill();
            for (int i = 0; i < 2_000; i++) {
                box.offer(Lane.EVENT, "a", LONG);
                if (i % 100 == 0) {
                    box.tick();
                }
            }
            box.tick();
            assertThat(box.lane(Lane.EVENT).octets()).isBetween(1_000_000L, 4_000_000L);
            assertThat(box.lane(Lane.EVENT).dropped()).containsKey("full");
        }
    }

    @Test
    void writesTheFileAgainByItselfWhenThereIsRoom() {
        try (Box box = new Box(state, disk)) {
            disk.fill();
            box.offer(Lane.CRITICAL, "a", LONG);
            disk.heal();
            box.pass(RETRY);
            assertThat(box.outbox.report().status().state()).isEqualTo(State.OK);
            assertThat(box.offer(Lane.CRITICAL, "a", "2")).isCompleted();
        }
    }

    @Test
    void whatWasInMemoryIsOnTheDiskAfterThat() {
        try (Box box = new Box(state, disk)) {
            disk.fill();
            box.offer(Lane.CRITICAL, "a", LONG);
            box.offer(Lane.STATE, "b", "k", LONG);
            box.tick();
            disk.heal();
            box.pass(RETRY);
            box.restart();
            assertThat(box.takeAll()).extracting(StoredRecord::lane).containsExactly(Lane.CRITICAL, Lane.STATE);
        }
    }

    @Test
    void whatWasTakenFromMemoryKeepsItsNameUntilItIsConfirmed() {
        try (Box box = new Box(state, disk)) {
            disk.fill();
            box.offer(Lane.CRITICAL, "a", LONG);
            List<StoredRecord> taken = box.takeAll();
            disk.heal();
            box.pass(RETRY);
            box.outbox.giveBack();
            List<StoredRecord> again = box.takeAll();
            assertThat(again)
                    .extracting(StoredRecord::store)
                    .containsExactly(taken.get(0).store());
            box.outbox.confirm(again);
            box.tick();
            assertThat(box.lane(Lane.CRITICAL).records()).isZero();
        }
    }

    @Test
    void backlogOnAReadOnlyDiskIsStillSent() {
        try (Box box = new Box(state, disk)) {
            box.offer(Lane.CRITICAL, "a", "1");
            disk.makeReadOnly();
            box.offer(Lane.CRITICAL, "a", "2");
            box.outbox.giveBack();
            assertThat(box.takeAll()).extracting(Box::text).containsExactly("1", "2");
        }
    }

    @Test
    void whatArrivedWhileTheDiskWasReadOnlyIsNotGivenAgain() {
        try (Box box = new Box(state, disk)) {
            box.offer(Lane.CRITICAL, "a", "1");
            disk.makeReadOnly();
            box.outbox.confirm(box.takeAll());
            box.tick();
            box.outbox.giveBack();
            assertThat(box.takeAll()).isEmpty();
            disk.heal();
            box.pass(RETRY);
            box.tick();
            assertThat(box.lane(Lane.CRITICAL).confirmed()).isEqualTo(1);
        }
    }

    @Test
    void fileThatIsNoneIsSetAsideUntouched() throws IOException {
        Path file = state.resolve("outbox").resolve("outbox.db");
        Files.createDirectories(file.getParent());
        byte[] garbage = "this is no database, and it is long enough to be looked at"
                .repeat(200)
                .getBytes(StandardCharsets.US_ASCII);
        Files.write(file, garbage);
        try (Box box = new Box(state)) {
            assertThat(damaged(box)).singleElement().satisfies(aside -> {
                assertThat(Files.readAllBytes(aside)).isEqualTo(garbage);
                assertThat(trouble(box).code()).isEqualTo("set-aside");
                assertThat(trouble(box).remedy()).startsWith("verge outbox recover " + aside);
            });
            assertThat(box.offer(Lane.CRITICAL, "a", "1")).isCompleted();
        }
    }

    @Test
    void alarmEndsWhenTheFileWasMovedAway() throws IOException {
        Path file = state.resolve("outbox").resolve("outbox.db");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {1, 2, 3});
        try (Box box = new Box(state)) {
            for (Path aside : damaged(box)) {
                Files.delete(aside);
            }
            box.tick();
            assertThat(box.outbox.report().status().state()).isEqualTo(State.OK);
        }
    }

    @Test
    void damageInsideIsFoundByTheCheckAfterTheStart() throws IOException {
        String store;
        try (Box box = new Box(state)) {
            for (int i = 0; i < 2_000; i++) {
                box.offer(Lane.EVENT, "a", LONG.substring(0, 1_000));
            }
            box.tick();
            store = box.outbox.report().store();
        }
        Path file = state.resolve("outbox").resolve("outbox.db");
        byte[] octets = Files.readAllBytes(file);
        int middle = octets.length / 2 / Database.PAGE * Database.PAGE;
        Arrays.fill(octets, middle, middle + 3 * Database.PAGE, (byte) 0x5a);
        Files.write(file, octets);
        try (Box box = new Box(state)) {
            assertThat(box.outbox.report().store()).as("opens all the same").isEqualTo(store);
            box.tick();
            assertThat(box.outbox.report().store()).isNotEqualTo(store);
            assertThat(trouble(box).code()).isEqualTo("set-aside");
        }
    }

    @Test
    void fileOfALaterVersionIsSetAside() throws Exception {
        try (Box box = new Box(state)) {
            box.offer(Lane.CRITICAL, "a", "1");
        }
        try (Database later = Database.open(state.resolve("outbox").resolve("outbox.db"))) {
            later.execute("PRAGMA user_version = 99");
        }
        try (Box box = new Box(state)) {
            assertThat(damaged(box)).hasSize(1);
        }
    }

    /** As SQLite says it of one read that failed. */
    @Test
    void oneReportOfDamageIsLookedIntoBeforeAFileIsSetAside() {
        try (Box box = new Box(state)) {
            box.offer(Lane.CRITICAL, "a", "1");
        }
        AtomicInteger times = new AtomicInteger();
        Vault.Opener once = file -> {
            if (times.getAndIncrement() == 0) {
                throw StoreException.of(new SQLException("malformed", null, 11));
            }
            return Database.open(file);
        };
        try (Box box = new Box(state, once)) {
            assertThat(damaged(box)).isEmpty();
            assertThat(box.takeAll()).extracting(Box::text).containsExactly("1");
        }
    }
}
