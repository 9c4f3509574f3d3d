package io.verge.cloud.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.LocalDisk;
import io.verge.cloud.internal.FaultRuns;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal of commands on a real file system whose operations fail, and which loses on a power cut what was not synced. */
class JournalFaultIT {
    private int begun;

    @Test
    void whatHasBegunIsNeverForgotten(@TempDir Path work) throws Exception {
        new FaultRuns(work, Running.class).run(Begun::new);
        assertThat(begun).isGreaterThan(10);
    }

    private static Journal load(Path folder) {
        Journal journal = new Journal(new LocalDisk(), folder.resolve("commands.log"), ManualClock.standing());
        while (true) {
            try {
                journal.load();
                return journal;
            } catch (IOException e) {
                // As the queue of commands does it: nothing runs until it can be read.
            }
        }
    }

    private static Reply reply(String id) {
        return new Reply(Reply.OK, "\"" + id.repeat(10) + "\"");
    }

    /** Runs commands; says {@code + ID} when one has begun and {@code = ID} when it has ended, durably each. */
    static final class Running {
        /** So many that the journal does not become full. */
        private static final int COMMANDS = 1_500;

        private Running() {}

        /** Until it is killed. */
        public static void main(String[] args) {
            Journal journal = load(Path.of(args[0]));
            Random random = new Random(Long.parseLong(args[1]));
            System.out.println("#");
            for (int i = 0; i < COMMANDS; i++) {
                String id = args[1] + "-" + i + "x".repeat(random.nextInt(60));
                try {
                    run(journal, id);
                } catch (IOException e) {
                    // It did not run, or its answer is lost.
                }
            }
            LockSupport.park();
        }

        private static void run(Journal journal, String id) throws IOException {
            journal.begin(new Request(
                    id, "ping", ManualClock.standing().now().plus(Duration.ofHours(1)), ByteBuffer.allocate(0)));
            System.out.println("+ " + id);
            journal.end(id, reply(id));
            System.out.println("= " + id);
        }
    }

    private final class Begun implements FaultRuns.Witness {
        private final Set<String> ran = new HashSet<>();
        private final Set<String> ended = new HashSet<>();

        @Override
        public void look(Path folder, List<String> said, String when) {
            for (String line : said) {
                switch (line.charAt(0)) {
                    case '+' -> ran.add(line.substring(2));
                    case '=' -> ended.add(line.substring(2));
                    default -> {} // it lives
                }
            }
            begun += ran.size();
            Journal journal = load(folder);
            assertThat(ran).as(when).allMatch(id -> journal.find(id).isPresent());
            assertThat(ended).as(when).allMatch(id -> reply(id)
                    .equals(journal.find(id).orElseThrow().reply()));
        }
    }
}
