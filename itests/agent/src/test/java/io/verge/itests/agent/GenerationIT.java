package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.generation.Generation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a box starts after a release that does not: the last good one, and when that does not either, what looks after the box. */
class GenerationIT {
    private static final String BAD = "io.verge.app.bad";
    private static final String MUST = "io.verge.driver.camera-must";
    private static final int START_AGAIN = 75;
    private static final int FAULT = 70;

    @TempDir
    Path folder = Path.of("");

    @TempDir
    Path scratch = Path.of("");

    private Home home;
    private GenerationBox box;

    /** The box has run before: its profile was in force once. */
    @BeforeEach
    void box() throws Exception {
        home = Home.ofDemo(folder);
        box = new GenerationBox(home);
        try (RunningAgent agent = RunningAgent.start(home)) {
            assertThat(agent.stop()).isZero();
        }
    }

    @Test
    void theCurrentGenerationRunsAndAfterABadOneTheLastGoodOneComesBack() throws Exception {
        Path newer = BundleJars.variant(
                BundleJars.shipped("drivers", "verge-driver-camera-must"),
                scratch.resolve("newer.jar"),
                Map.of("Bundle-Version", "0.1.9"));
        box.generations().point(box.make("2026.12.1", newer, MUST, "0.1.9", "drivers"));
        box.generations().commit();
        try (Verge verge = box.start()) {
            box.awaitStatus("generation 1     OK");
            assertThat(home.verge("bundles").text()).containsPattern(MUST + " +0\\.1\\.9 +active +release");
            assertThat(home.verge("generations").text()).containsPattern("1 +2026\\.12\\.1 .* running,current,good");
            verge.terminate();
        }

        Path bad = GenerationBox.bundleOf(ThrowingActivator.class, scratch.resolve("bad.jar"));
        box.generations().point(box.make("2026.12.2", bad, BAD, "1.0.0", "apps"));
        box.failsToStart(3, START_AGAIN);

        try (Verge verge = box.start()) {
            String status = box.awaitStatus("generation 1     DEGRADED").text();
            assertThat(status)
                    .contains("generation 2 (release 2026.12.2) failed 3 starts")
                    .contains("bundle io.verge.app.bad 1.0.0 does not start")
                    .contains("the release is bad");
            assertThat(home.verge("bundles").text()).doesNotContain(BAD);
            assertThat(home.verge("generations").text())
                    .containsPattern("1 +2026\\.12\\.1 .* running,good")
                    .containsPattern("2 +2026\\.12\\.2 .* current");
            verge.terminate();
        }
    }

    @Test
    void whenTheLastGoodOneEndsTheProcessTooOnlyWhatLooksAfterTheBoxRuns() throws Exception {
        Path bad = GenerationBox.bundleOf(ExitingActivator.class, scratch.resolve("bad.jar"));
        Generation generation = box.make("2026.12.3", bad, BAD, "1.0.0", "live");
        box.generations().point(generation);
        box.generations().commit();
        box.failsToStart(3, FAULT);

        try (Verge verge = box.start()) {
            Verge.Result status = box.awaitStatus("SAFE MODE");
            status.assertEnded(1);
            assertThat(status.text())
                    .containsPattern("SAFE MODE +FAILED")
                    .contains("no radio runs")
                    .contains("generation 1 (release 2026.12.3) failed 3 starts")
                    .contains("ended from within, by " + ExitingActivator.class.getName() + ".start")
                    .contains("verge generations use 0");
            assertThat(home.verge("bundles").text())
                    .contains("io.verge.diagnostics", "io.verge.update")
                    .doesNotContain("io.verge.driver", "io.verge.app", "io.verge.gate", "io.verge.perception");

            assertThat(home.verge("update").text()).contains("runs shipped, generation 0");

            assertThat(home.verge("generations", "use", "0").text()).contains("the next start uses the shipped set");
            verge.terminate();
        }
        try (RunningAgent agent = RunningAgent.start(home)) {
            assertThat(home.verge("status").text()).contains("generation 0     OK");
            assertThat(agent.stop()).isZero();
        }
    }
}
