package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.status.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed (SIGKILL) again and again at random points, and looked after each time. The long form:
 * {@code mvn verify -pl bundles/outbox -am -Dverge.kills=1000}.
 */
class CrashIT {
    private static final long SEED = 20_261_128;
    private static final int LONGEST_MILLIS = 700;
    private static final long NUMBERS_A_RUN = 1_000_000;

    @TempDir
    Path state;

    private final Set<Long> durable = new HashSet<>();
    private final Set<Long> confirmed = new HashSet<>();

    @Test
    void nothingDurableIsLostByKilling() throws Exception {
        int kills = Integer.getInteger("verge.kills", 20);
        Random random = new Random(SEED);
        for (int kill = 1; kill <= kills; kill++) {
            runAndKill(kill, random);
            lookAfter("seed " + SEED + ", kill " + kill);
        }
        assertThat(durable).hasSizeGreaterThan(kills);
    }

    private void runAndKill(int run, Random random) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        state.toString(),
                        Long.toString(run * NUMBERS_A_RUN),
                        Long.toString(run))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = victim.inputReader()) {
            hear(said.readLine()); // it has begun
            Thread killer = new Thread(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                victim.destroyForcibly();
            });
            killer.start();
            String line = said.readLine();
            while (line != null) {
                String next = said.readLine();
                // The last line may be torn: then nothing followed from it, or it may be whole, and what it confirms
                // has gone.
                if (next != null || line.matches("- \\d+")) {
                    hear(line);
                }
                line = next;
            }
            killer.join();
        }
        victim.waitFor();
    }

    private void hear(String line) {
        (line.charAt(0) == '+' ? durable : confirmed).add(Long.parseLong(line.substring(2)));
    }

    private void lookAfter(String when) {
        try (Box box = new Box(state)) {
            assertThat(box.outbox.report().status().state()).as(when).isEqualTo(State.OK);
            List<StoredRecord> critical = new ArrayList<>();
            for (StoredRecord one : box.takeAll()) {
                if (one.lane() == Lane.CRITICAL) {
                    critical.add(one);
                }
            }
            Set<Long> waiting = new HashSet<>();
            Map<String, Long> last = new HashMap<>();
            for (StoredRecord one : critical) {
                long number = Long.parseLong(Box.text(one).strip());
                assertThat(waiting.add(number)).as("%s: once", when).isTrue();
                Long before = last.put(one.stream(), number);
                assertThat(before == null || before < number)
                        .as("%s: in order", when)
                        .isTrue();
            }
            Set<Long> lost = new HashSet<>(durable);
            lost.removeAll(confirmed);
            lost.removeAll(waiting);
            assertThat(lost).as("%s: lost", when).isEmpty();
        }
    }
}
