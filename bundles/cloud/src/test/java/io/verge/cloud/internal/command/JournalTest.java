package io.verge.cloud.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.LocalDisk;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Path FILE = Path.of("/state/commands.log");

    private final ManualClock clock = ManualClock.standing();
    private final FaultyDisk disk = new FaultyDisk(new Random(3));

    @Test
    void forgetsNothingBeforeSevenDays() throws IOException {
        Journal journal = journal();
        run(journal, "first", Duration.ofMinutes(1));
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        run(journal, "second", Duration.ofMinutes(1));
        assertThat(journal.find("first")).isPresent();

        clock.advance(Duration.ofSeconds(2));
        run(journal, "third", Duration.ofMinutes(1));
        assertThat(journal.find("first")).isEmpty();
        assertThat(journal.find("second")).isPresent();
    }

    @Test
    void takesNothingNewWhileAllThatItHoldsMayBeAskedForAgain() throws IOException {
        Journal journal = new Journal(disk, FILE, clock, 50);
        for (int i = 0; i < 50; i++) {
            run(journal, "c" + i, Duration.ofMinutes(1));
        }
        assertThatThrownBy(() -> run(journal, "more", Duration.ofMinutes(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("full");

        clock.advance(Duration.ofMinutes(2));
        run(journal, "more", Duration.ofMinutes(1));
        assertThat(journal.find("c0")).isEmpty();
        assertThat(journal.find("c49")).isPresent();
    }

    @Test
    void keepsTheCodesOfAnswersThatItHasNoRoomFor() throws IOException {
        Journal journal = journal();
        String content = "\"" + "x".repeat(60_000) + "\"";
        for (int i = 0; i < 30; i++) {
            journal.begin(request("c" + i, Duration.ofMinutes(1)));
            journal.end("c" + i, new Reply(200, content));
        }

        assertThat(journal.find("c0").orElseThrow().reply()).isEqualTo(new Reply(200, ""));
        assertThat(journal.find("c29").orElseThrow().reply()).isEqualTo(new Reply(200, content));
        assertThat(size()).isLessThan(3 << 20);
    }

    @Test
    void isRewrittenWhenMostOfItIsOutOfDate() throws IOException {
        Journal journal = journal();
        for (int i = 0; i < 2_500; i++) {
            run(journal, "c" + i, Duration.ofMinutes(1));
            clock.advance(Duration.ofMinutes(30));
        }

        assertThat(size()).as("of 0.5 MB written in fifty days").isLessThan(300_000);
        assertThat(journal().find("c2499")).isPresent();
    }

    @Test
    void passesOverALineThatHasRotted() throws IOException {
        Journal journal = journal();
        run(journal, "first", Duration.ofMinutes(1));
        int firstOctets = size();
        run(journal, "second", Duration.ofMinutes(1));
        disk.rot(FILE, firstOctets / 4);

        assertThat(journal().find("second")).isPresent();
    }

    @Test
    void goesOnBehindATornTail(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("commands.log");
        Journal journal = new Journal(new LocalDisk(), file, clock);
        journal.load();
        run(journal, "first", Duration.ofMinutes(1));
        Files.writeString(file, "0123abcd {\"id\":\"sec", StandardOpenOption.APPEND);

        Journal again = new Journal(new LocalDisk(), file, clock);
        again.load();
        run(again, "third", Duration.ofMinutes(1));
        Journal last = new Journal(new LocalDisk(), file, clock);
        last.load();
        assertThat(last.find("first")).isPresent();
        assertThat(last.find("third")).isPresent();
    }

    private int size() throws IOException {
        return disk.read(FILE, 64 << 20).length;
    }

    private Journal journal() throws IOException {
        Journal journal = new Journal(disk, FILE, clock);
        journal.load();
        return journal;
    }

    private void run(Journal journal, String id, Duration valid) throws IOException {
        journal.begin(request(id, valid));
        journal.end(id, new Reply(200, "{}"));
    }

    private Request request(String id, Duration valid) {
        return new Request(id, "count", clock.now().plus(valid), ByteBuffer.allocate(0));
    }
}
