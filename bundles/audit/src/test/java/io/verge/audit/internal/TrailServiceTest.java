package io.verge.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.audit.Act;
import io.verge.api.audit.AuditEntry;
import io.verge.api.audit.AuditReport;
import io.verge.api.disk.Appender;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.api.time.Stage;
import io.verge.audit.LeftNotes;
import io.verge.audit.TrailCheck;
import io.verge.testkit.DirectStages;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is noted, what becomes of it, and what the cloud gets. */
class TrailServiceTest {
    private static final Path FOLDER = Path.of("/var/audit");

    private final FaultyDisk disk = new FaultyDisk(new Random(5));
    private final ManualClock clock = ManualClock.standing();
    private final HeldOutbox outbox = new HeldOutbox();
    private DirectStages stages = new DirectStages();

    private TrailService start(FaultyDisk on) {
        stages = new DirectStages();
        return new TrailService(on, FOLDER, clock, stages);
    }

    private TrailService start() {
        TrailService service = start(disk);
        service.outbox = outbox;
        return service;
    }

    private static Act act(int number) {
        return new Act("coap", "anna", "operator", "config.apply", "", "done", "n" + number);
    }

    private static List<String> details(FaultyDisk disk) throws IOException {
        List<String> details = new ArrayList<>();
        TrailCheck check =
                TrailCheck.of(disk, FOLDER, entry -> details.add(entry.act().detail()));
        assertThat(check.breaks()).isEmpty();
        return details;
    }

    @Test
    void whatIsNotedIsThereTheNewestFirst() {
        TrailService audit = start();
        audit.note(act(1));
        audit.note(act(2));

        assertThat(audit.last(10)).extracting(entry -> entry.act().detail()).containsExactly("n2", "n1");
        assertThat(audit.last(1)).hasSize(1);
        assertThat(audit.report()).returns(2L, AuditReport::entries);
        assertThat(audit.report().status().state()).isEqualTo(State.OK);
        assertThat(audit.report().head()).isEqualTo(audit.last(1).get(0).hash());
    }

    @Test
    void everyEntryGoesToTheOutboxWithItsHash() {
        TrailService audit = start();
        audit.note(act(1));

        assertThat(outbox.of("audit"))
                .singleElement()
                .asString()
                .contains("\"detail\":\"n1\"", audit.report().head());
    }

    @Test
    void theFirstHeadIsAnchoredAtOnceThenEachHour() {
        TrailService audit = start();
        audit.note(act(1));
        audit.note(act(2));
        assertThat(outbox.of("audit-head")).hasSize(1);
        assertThat(audit.report().anchored()).isEqualTo(1);

        clock.advance(Duration.ofHours(1));
        stages.tick();

        assertThat(outbox.of("audit-head"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"number\":2", audit.report().head());
        assertThat(audit.report()).returns(2L, AuditReport::anchored).returns(clock.now(), AuditReport::anchoredAt);
    }

    @Test
    void aHundredEntriesAreAnchoredAtOnce() {
        TrailService audit = start();
        IntStream.rangeClosed(1, 101).forEach(i -> audit.note(act(i)));

        assertThat(audit.report().anchored()).isEqualTo(101);
    }

    @Test
    void theHourIsThatOfAClockThatDoesNotJump() {
        TrailService audit = start();
        audit.note(act(1));
        clock.set(Instant.parse("1970-01-01T00:00:00Z"));
        audit.note(act(2));
        clock.set(Instant.parse("2040-01-01T00:00:00Z"));
        audit.note(act(3));
        stages.tick();

        assertThat(outbox.of("audit-head")).hasSize(1);
        assertThat(audit.verify().status().state()).isEqualTo(State.OK);
    }

    @Test
    void whatTheOutboxDoesNotTakeIsNotAnchored() {
        TrailService audit = start();
        outbox.works = false;
        audit.note(act(1));

        assertThat(audit.report()).returns(0L, AuditReport::anchored).returns(null, AuditReport::anchoredAt);
    }

    @Test
    void withoutAnOutboxEntriesWaitOnTheDisk() {
        TrailService audit = start(disk);
        IntStream.rangeClosed(1, 450).forEach(i -> audit.note(act(i)));
        audit.close();

        start();
        stages.tick();

        assertThat(outbox.of("audit")).hasSize(450);
        assertThat(outbox.of("audit-head")).singleElement().asString().contains("\"number\":450");
    }

    @Test
    void whatTheOutboxHadIsNotGivenAgainAfterARestart() {
        TrailService audit = start();
        audit.note(act(1));
        audit.close();
        outbox.records.clear();

        TrailService next = start();
        stages.tick();
        next.note(act(2));

        assertThat(outbox.of("audit")).singleElement().asString().contains("n2");
        assertThat(next.report().anchored()).isEqualTo(2);
    }

    @Test
    void aFullDiskIsSaidAndWhatWaitsIsWrittenOnceThereIsRoom() throws IOException {
        TrailService audit = start();
        audit.note(act(1));
        disk.free(0);
        audit.note(act(2));

        assertThat(audit.report().status().trouble()).extracting(Trouble::code).isEqualTo("not-written");
        assertThat(audit.last(10)).hasSize(1);
        disk.free(1 << 20);
        stages.tick();
        assertThat(audit.report().status().state()).isEqualTo(State.OK);
        assertThat(details(disk)).containsExactly("n1", "n2");
    }

    @Test
    void whatFindsNoRoomIsCountedAndTheCountIsAnEntry() throws IOException {
        TrailService audit = start();
        disk.free(0);
        IntStream.rangeClosed(1, 2_000).forEach(i -> audit.note(act(i)));
        disk.free(1 << 20);
        stages.tick();

        List<String> details = details(disk);
        String lost = details.stream()
                .filter(one -> one.contains("no room"))
                .findFirst()
                .orElseThrow();
        int count = Integer.parseInt(lost.substring(0, lost.indexOf(' ')));
        assertThat(count).isGreaterThan(700);
        assertThat(details).hasSize(2_000 - count + 1);
    }

    @Test
    void aTrailThatWasChangedFailsAndTheNextEntrySaysWhere() throws IOException {
        TrailService audit = start();
        IntStream.rangeClosed(1, 3).forEach(i -> audit.note(act(i)));
        audit.close();
        Path file = FOLDER.resolve("000000000001.trail");
        String text = new String(disk.read(file, 10_000), StandardCharsets.UTF_8);
        disk.rot(file, text.indexOf("\"n2\"") + 1);

        TrailService next = start();

        assertThat(next.report().status().state()).isEqualTo(State.FAILED);
        assertThat(next.report().status().trouble())
                .returns("trail-broken", Trouble::code)
                .extracting(Trouble::cause)
                .asString()
                .contains("entry 2 in 000000000001.trail");
        AuditEntry first = next.last(1).get(0);
        assertThat(first.number()).isEqualTo(4);
        assertThat(first.act().what()).isEqualTo("trail.broken");
        assertThat(first.act().detail()).contains("entry 2 in 000000000001.trail");
    }

    @Test
    void aChangeWhileItRunsIsFoundWhenItIsVerified() throws IOException {
        TrailService audit = start();
        IntStream.rangeClosed(1, 3).forEach(i -> audit.note(act(i)));
        disk.rot(FOLDER.resolve("000000000001.trail"), 400);

        assertThat(audit.report().status().state()).isEqualTo(State.OK);
        assertThat(audit.verify().status().state()).isEqualTo(State.FAILED);
    }

    @Test
    void halfALineIsCutOffAndThatIsSaid() throws IOException {
        TrailService audit = start();
        audit.note(act(1));
        audit.close();
        try (Appender end = disk.append(FOLDER.resolve("000000000001.trail"))) {
            end.write(ByteBuffer.wrap(new byte[] {'0', 'a'}));
        }

        TrailService next = start();

        assertThat(next.last(1))
                .singleElement()
                .extracting(entry -> entry.act().what())
                .isEqualTo("trail.torn");
        assertThat(next.report().status().state()).isEqualTo(State.OK);
    }

    @Test
    void whatACommandLeftIsTakenIntoTheTrail() throws IOException {
        LeftNotes.leave(disk, FOLDER, Instant.parse("2026-02-01T00:00:00Z"), act(7));
        TrailService audit = start();
        stages.tick();
        stages.tick();

        assertThat(audit.last(10)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(act(7));
            assertThat(entry.time()).isEqualTo("2026-02-01T00:00:00Z");
        });
        assertThat(disk.list(FOLDER.resolve("left"))).isEmpty();
    }

    @Test
    void whatWasLeftAndCannotBeReadHoldsUpNothing() throws IOException {
        LeftNotes.leave(disk, FOLDER, Instant.parse("2026-02-01T00:00:00Z"), act(7));
        disk.replace(FOLDER.resolve("left/999999999999999-0.note"), new byte[20_000]);
        TrailService audit = start();
        stages.tick();
        stages.tick();
        LeftNotes.leave(disk, FOLDER, Instant.parse("2026-02-02T00:00:00Z"), act(8));
        stages.tick();

        assertThat(audit.last(10)).extracting(AuditEntry::act).containsExactly(act(8), act(7));
    }

    @Test
    void noteDoesNotWaitForTheDisk() {
        List<Runnable> work = new ArrayList<>();
        TrailService audit = new TrailService(disk, FOLDER, clock, (name, capacity) -> new Stage() {
            @Override
            public boolean offer(Runnable one) {
                return work.add(one);
            }

            @Override
            public void every(Duration period, Runnable one) {}

            @Override
            public void close() {}
        });
        audit.note(act(1));

        assertThat(disk.operations()).isZero();
        audit.close();
        assertThat(audit.last(1)).hasSize(1);
    }

    /** What waits is written once the disk works again, and once only. */
    @Property(tries = 20)
    void whicheverOperationFailsEverythingIsWrittenOnce(@ForAll long seed) throws IOException {
        for (int k = 1; k < 70; k++) {
            FaultyDisk failing = new FaultyDisk(new Random(seed + k));
            failing.failAt(k);
            TrailService audit = start(failing);
            audit.outbox = new HeldOutbox();
            IntStream.rangeClosed(1, 6).forEach(i -> audit.note(act(i)));
            stages.tick();
            failing.powerCut();

            assertThat(details(failing)).as("operation %d", k).containsExactly("n1", "n2", "n3", "n4", "n5", "n6");
        }
    }
}
