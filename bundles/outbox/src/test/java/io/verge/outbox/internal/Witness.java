package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.status.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Hears what victims say of one folder, and looks whether it is so. */
final class Witness {
    private static final int KILLED = 128 + 9;
    private static final long NUMBERS_A_RUN = 1_000_000;

    private final Path state;
    private final Set<Long> durable = new HashSet<>();
    private final Set<Long> confirmed = new HashSet<>();

    Witness(Path state) {
        this.state = state;
    }

    /** So many records were called durable. */
    int durable() {
        return durable.size();
    }

    /** A process that is not started yet; each of a folder has another number. */
    ProcessBuilder victim(int run, String... more) {
        ProcessBuilder victim = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                state.toString(),
                Long.toString(run * NUMBERS_A_RUN),
                Long.toString(run));
        victim.command().addAll(List.of(more));
        return victim.redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Listens to a victim until it is dead, which it is so long after its first word at the latest. */
    void watch(Process victim, int millis) throws IOException, InterruptedException {
        try (BufferedReader said = victim.inputReader()) {
            String line = said.readLine(); // it has begun
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                    // the process's own would close what it has said
                    .execute(() -> victim.toHandle().destroyForcibly());
            while (line != null) {
                String next = said.readLine();
                // The last line may be torn: then nothing followed from it, or it may be whole, and what it confirms
                // has gone.
                if (next != null || line.matches("- \\d+")) {
                    hear(line);
                }
                line = next;
            }
        }
        assertThat(victim.waitFor()).as("ends by being killed").isEqualTo(KILLED);
    }

    private void hear(String line) {
        (line.charAt(0) == '+' ? durable : confirmed).add(Long.parseLong(line.substring(2)));
    }

    /** What was called durable is there once and in order, or has been sent; the file is sound, and none was set aside. */
    void lookAfter(String when) throws StoreException {
        assertThat(lost(when)).as("%s: lost", when).isEmpty();
        assertThat(Database.check(state.resolve("outbox").resolve("outbox.db")))
                .as("%s: the file is sound", when)
                .isEmpty();
    }

    /** What was called durable and is neither there nor sent. */
    private Set<Long> lost(String when) {
        Set<Long> lost = new HashSet<>(durable);
        lost.removeAll(confirmed);
        try (Box box = new Box(state)) {
            assertThat(box.outbox.report().status().state()).as(when).isEqualTo(State.OK);
            Map<String, Long> last = new HashMap<>();
            for (StoredRecord one : box.takeAll()) {
                if (one.lane() == Lane.CRITICAL) {
                    long number = Long.parseLong(Box.text(one).strip());
                    Long before = last.put(one.stream(), number);
                    assertThat(before == null || before < number)
                            .as("%s: %s after %s", when, number, before)
                            .isTrue();
                    lost.remove(number);
                }
            }
        }
        return lost;
    }
}
