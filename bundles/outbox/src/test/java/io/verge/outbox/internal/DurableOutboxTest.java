package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.status.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableOutboxTest {
    private final Path state;

    private Box box;

    DurableOutboxTest(@TempDir Path state) {
        this.state = state;
    }

    @BeforeEach
    void open() {
        box = new Box(state);
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void isWellWhenItIsNew() {
        assertThat(box.outbox.report().status().state()).isEqualTo(State.OK);
        assertThat(box.outbox.report().store()).matches("[0-9a-f]{16}");
    }

    @Test
    void criticalRecordIsInTheFileWhenItsProducerHears() {
        assertThat(box.offer(Lane.CRITICAL, "events", "1")).isCompleted();
        assertThat(box.lines()).containsExactly("critical/events/1 1");
    }

    @Test
    void otherRecordsWaitForTheNextGroup() {
        CompletionStage<Void> done = box.offer(Lane.EVENT, "events", "1");
        assertThat(done).isNotDone();
        box.tick();
        assertThat(done).isCompleted();
    }

    @Test
    void higherLanesGoFirst() {
        box.offer(Lane.BULK, "a", "5");
        box.offer(Lane.TELEMETRY, "a", "4");
        box.offer(Lane.STATE, "a", "3");
        box.offer(Lane.EVENT, "a", "2");
        box.offer(Lane.CRITICAL, "a", "1");
        box.tick();
        assertThat(box.lines())
                .containsExactly("critical/a/1 1", "event/a/1 2", "state/a/1 3", "telemetry/a/1 4", "bulk/a/1 5");
    }

    @Test
    void streamsCountForThemselves() {
        box.offer(Lane.CRITICAL, "a", "1");
        box.offer(Lane.CRITICAL, "b", "2");
        box.offer(Lane.CRITICAL, "a", "3");
        assertThat(box.lines()).containsExactly("critical/a/1 1", "critical/b/1 2", "critical/a/2 3");
    }

    @Test
    void nothingIsGivenTwiceInASession() {
        box.offer(Lane.CRITICAL, "a", "1");
        box.takeAll();
        box.offer(Lane.CRITICAL, "a", "2");
        assertThat(box.lines()).containsExactly("critical/a/2 2");
    }

    @Test
    void whatCameInThisSessionGoesBeforeTheBacklog() {
        box.offer(Lane.CRITICAL, "a", "1");
        box.offer(Lane.CRITICAL, "a", "2");
        box.outbox.giveBack();
        box.offer(Lane.CRITICAL, "a", "3");
        assertThat(box.lines()).containsExactly("critical/a/3 3", "+critical/a/1 1", "+critical/a/2 2");
    }

    @Test
    void whatIsLiveCanBeTakenPastTheBacklogOfHigherLanes() {
        box.offer(Lane.CRITICAL, "a", "1");
        box.outbox.giveBack();
        box.offer(Lane.TELEMETRY, "a", "2");
        box.tick();
        assertThat(box.outbox.takeLive(10, 1000).stream().map(Box::line)).containsExactly("telemetry/a/1 2");
        assertThat(box.lines()).containsExactly("+critical/a/1 1");
    }

    @Test
    void whatIsNotConfirmedComesAgainAsBacklog() {
        box.offer(Lane.CRITICAL, "a", "1");
        box.offer(Lane.CRITICAL, "a", "2");
        List<StoredRecord> taken = box.takeAll();
        box.outbox.confirm(taken.subList(0, 1));
        box.outbox.giveBack();
        assertThat(box.lines()).containsExactly("+critical/a/2 2");
    }

    @Test
    void newestFirstIsAnOptionForTheBacklog() {
        box.restart("newestFirst", new String[] {"critical"});
        box.offer(Lane.CRITICAL, "a", "1");
        box.offer(Lane.CRITICAL, "a", "2");
        box.offer(Lane.CRITICAL, "a", "3");
        box.outbox.giveBack();
        assertThat(box.outbox.take(2, 1000).stream().map(Box::line))
                .containsExactly("+critical/a/3 3", "+critical/a/2 2");
        assertThat(box.lines()).containsExactly("+critical/a/1 1");
    }

    @Test
    void sequenceGoesOnAfterARestartThoughAllWasRemoved() {
        box.offer(Lane.CRITICAL, "a", "1");
        box.outbox.confirm(box.takeAll());
        box.tick();
        box.restart();
        box.offer(Lane.CRITICAL, "a", "2");
        assertThat(box.lines()).containsExactly("critical/a/2 2");
    }

    @Test
    void waitingRecordsAndTheStoreAreThereAfterARestart() {
        String store = box.outbox.report().store();
        box.offer(Lane.EVENT, "a", "1"); // not yet committed: closing does it
        box.restart();
        assertThat(box.lines()).containsExactly("+event/a/1 1");
        assertThat(box.outbox.report().store()).isEqualTo(store);
    }

    @Test
    void onlyTheNewestStateOfAKeyIsKept() {
        box.offer(Lane.STATE, "a", "k", "1");
        box.tick();
        CompletionStage<Void> replaced = box.offer(Lane.STATE, "a", "k", "2");
        box.offer(Lane.STATE, "a", "other", "3");
        box.offer(Lane.STATE, "a", "k", "4");
        box.tick();
        assertThat(replaced).isCompletedExceptionally();
        assertThat(box.lines()).containsExactly("state/a/2 3", "state/a/3 4");
        assertThat(box.lane(Lane.STATE).dropped()).containsEntry("replaced", 2L);
    }

    @Test
    void confirmationRemovesWithTheNextCommit() {
        box.offer(Lane.CRITICAL, "a", "12345");
        box.outbox.confirm(box.takeAll());
        box.tick();
        assertThat(box.lane(Lane.CRITICAL).records()).isZero();
        assertThat(box.lane(Lane.CRITICAL).octets()).isZero();
        assertThat(box.lane(Lane.CRITICAL).confirmed()).isEqualTo(1);
    }

    @Test
    void rangesAreConfirmedThoughTheyWereNotTakenInThisProcess() {
        for (int i = 1; i <= 5000; i++) {
            box.offer(Lane.EVENT, i % 2 == 0 ? "even" : "odd", "x");
        }
        box.restart(); // closing commits
        box.outbox.confirm(box.outbox.report().store(), Lane.EVENT, "even", 1, 2499);
        box.tick();
        assertThat(box.takeAll().stream()
                        .filter(one -> one.stream().equals("even"))
                        .map(StoredRecord::sequence))
                .containsExactly(2500L);
        assertThat(box.lane(Lane.EVENT).records()).isEqualTo(2501);
    }

    @Test
    void anotherStoresConfirmationIsPassedOver() {
        box.offer(Lane.CRITICAL, "a", "1");
        box.outbox.confirm("0123456789abcdef", Lane.CRITICAL, "a", 1, 1);
        box.outbox.confirm(box.outbox.report().store(), Lane.CRITICAL, "unknown", 1, Long.MAX_VALUE);
        box.outbox.confirm(box.outbox.report().store(), Lane.CRITICAL, "a", 2, Long.MAX_VALUE);
        box.tick();
        assertThat(box.lane(Lane.CRITICAL).records()).isEqualTo(1);
    }

    @Test
    void expiredRecordIsNotGiven() {
        box.offer(Lane.EVENT, "a", null, box.clock.now().plusSeconds(5), "1");
        box.offer(Lane.EVENT, "a", "2");
        box.tick();
        box.clock.advance(Duration.ofSeconds(5));
        assertThat(box.lines()).containsExactly("event/a/2 2");
        box.tick();
        assertThat(box.lane(Lane.EVENT).records()).isEqualTo(1);
        assertThat(box.lane(Lane.EVENT).dropped()).containsEntry("expired", 1L);
    }

    @Test
    void lanesExpireByThemselves() {
        box.offer(Lane.BULK, "a", "1");
        box.tick();
        box.pass(Duration.ofDays(3));
        assertThat(box.lane(Lane.BULK).records()).isZero();
    }

    @Test
    void ringsWhenSomethingCanBeTaken() {
        AtomicInteger rings = new AtomicInteger();
        box.outbox.ring(rings::incrementAndGet);
        box.offer(Lane.CRITICAL, "a", "1");
        assertThat(rings).hasValue(1);
    }

    @Test
    void takesNoMoreThanWasAskedFor() {
        box.offer(Lane.CRITICAL, "a", "12345");
        box.offer(Lane.CRITICAL, "a", "1234");
        box.offer(Lane.CRITICAL, "a", "1");
        assertThat(box.outbox.take(10, 6)).hasSize(1);
        assertThat(box.outbox.take(1, 100)).hasSize(1);
        assertThat(box.outbox.take(1, 1)).hasSize(1);
    }

    @Test
    void recordThatIsNoneIsDropped() {
        assertThat(box.offer(Lane.EVENT, " ", "1")).isCompletedExceptionally();
        assertThat(box.offer(Lane.EVENT, "s".repeat(201), "1")).isCompletedExceptionally();
        assertThat(box.lane(Lane.EVENT).dropped()).isEmpty(); // reported with the next tick
        box.tick();
        assertThat(box.lane(Lane.EVENT).dropped()).containsEntry("failed", 2L);
    }

    @Test
    void streamThatWouldBeAWildCardIsDropped() {
        assertThat(box.offer(Lane.CRITICAL, "events/+", "1")).isCompletedExceptionally();
        assertThat(box.offer(Lane.CRITICAL, "#", "1")).isCompletedExceptionally();
        box.tick();
        assertThat(box.lines()).isEmpty();
    }

    @Test
    void dropsAreToldToTheCloud() {
        box.offer(Lane.BULK, "a", "x".repeat(1_000_001));
        box.tick();
        box.tick();
        assertThat(box.lines())
                .containsExactly("event/outbox/1 {\"since\":\"2026-03-01T08:00:00Z\",\"dropped\":"
                        + "[{\"lane\":\"bulk\",\"reason\":\"too-large\",\"records\":1}]}");
    }
}
