package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Updates to and fro, all of the engine in each: the agent and its disk are afterwards as they were before. */
class UpdateCyclesIT {
    private static final String RELEASE = "2026.14.1";
    private static final String DRIVER_CLASS = "io.verge.driver.camera.must.internal.MustCamera";
    private static final Pattern GAP = Pattern.compile("\"" + UpdateBox.CAMERA + "\" *: *([0-9]+)");
    /** Of what comes and goes with the traffic and with the looks. */
    private static final int THREADS = 2;

    private static final int FILES = 2;

    @TempDir
    Path folder = Path.of("");

    @TempDir
    Path scratch = Path.of("");

    /** The first of {@code verge.update.cycles} updates, an odd number, loads what makes them; what is held after it is held after the last. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void manyUpdatesLeaveNothingBehind() throws Exception {
        int updates = Integer.getInteger("verge.update.cycles", 5) / 2 * 2;
        UpdateBox box = new UpdateBox(folder, scratch, 5);
        box.home().calm();
        box.releases().publish(RELEASE, box.good("0.1.9"));
        try (RunningAgent agent = RunningAgent.start(box.home())) {
            box.install(RELEASE);
            Held before = Held.by(agent, DRIVER_CLASS);
            long began = System.nanoTime();
            List<Long> gaps = new ArrayList<>();
            for (int i = 1; i <= updates; i++) {
                box.install(i % 2 == 0 ? RELEASE : "shipped");
                gaps.add(gap(box));
            }
            Duration each = Duration.ofNanos((System.nanoTime() - began) / updates);
            Held after = Held.by(agent, DRIVER_CLASS);
            System.out.printf(
                    "%d updates, each in %d ms; not heard meanwhile, ms: %s%n", updates, each.toMillis(), gaps);
            System.out.printf("before %s%nafter  %s%n", before, after);
            System.out.printf("more threads %s%n", Held.more(after.threads(), before.threads()));
            System.out.printf("more files %s%n", Held.more(after.files(), before.files()));

            assertThat(after.loaders()).isEqualTo(1);
            assertThat(after.heap()).as("kB of heap").isLessThan(before.heap() * 11 / 10);
            assertThat(after.metaspace()).as("kB of metaspace").isLessThan(before.metaspace() * 103 / 100);
            assertThat(after.threads())
                    .hasSizeLessThanOrEqualTo(before.threads().size() + THREADS);
            assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + FILES);
            assertThat(after.files()).hasSizeLessThanOrEqualTo(before.files().size() + FILES);
            assertThat(agent.counter("radar-ne", "gaps")).isZero();
            assertThat(agent.counter("signal", "gaps")).isZero();
            assertThat(agent.stop()).isZero();
        }
    }

    /** How long the camera was not heard in the update before this one, ms: what the agent has measured comes to its disk with the next. */
    private static long gap(UpdateBox box) throws Exception {
        String measured = Files.readString(box.home().state().resolve("update/pauses.json"));
        Matcher gap = GAP.matcher(measured);
        assertThat(gap.find()).as(measured).isTrue();
        return Long.parseLong(gap.group(1));
    }
}
