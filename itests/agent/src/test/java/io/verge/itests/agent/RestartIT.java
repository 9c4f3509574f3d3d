package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there again after the agent was stopped, or its files were damaged. */
class RestartIT {
    @TempDir
    Path folder = Path.of("");

    @TempDir
    Path scratch = Path.of("");

    @Test
    void aSignalEndsItCleanlyAndWhatWasInstalledIsThereAgain() throws Exception {
        try (RunningAgent agent = RunningAgent.start(folder)) {
            Path newer = BundleJars.variant(
                    BundleJars.shipped("drivers", "verge-driver-camera-must"),
                    scratch.resolve("newer.jar"),
                    Map.of("Bundle-Version", "0.1.9"));
            agent.home().verge("bundle", "update", newer.toString()).assertEnded(0);
            agent.home().verge("bundle", "stop", "io.verge.driver.gnss-nmea").assertEnded(0);

            assertThat(agent.stop()).isZero();
            agent.startAgain();

            assertThat(agent.json("bundles"))
                    .anySatisfy(bundle -> assertThat(bundle)
                            .containsEntry("name", "io.verge.driver.camera-must")
                            .containsEntry("version", "0.1.9")
                            .containsEntry("state", "active")
                            .containsEntry("origin", "local"))
                    .anySatisfy(bundle -> assertThat(bundle)
                            .containsEntry("name", "io.verge.driver.gnss-nmea")
                            .doesNotContainEntry("state", "active"));
        }
    }

    @Test
    void aDamagedFrameworkCacheIsMadeAnew() throws Exception {
        try (RunningAgent agent = RunningAgent.start(folder)) {
            agent.stop();
            Path cache = agent.home().state().resolve("framework");
            try (var files = Files.walk(cache)) {
                for (Path file :
                        files.filter(one -> one.endsWith("bundle.info")).toList()) {
                    Files.writeString(file, "damaged by a power cut");
                }
            }
            agent.startAgain();
        }
    }

    @Test
    void killedInFullRunItStartsAgain() throws Exception {
        try (RunningAgent agent = RunningAgent.start(folder)) {
            agent.process().close();
            agent.startAgain();
        }
    }
}
