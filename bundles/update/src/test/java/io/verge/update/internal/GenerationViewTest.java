package io.verge.update.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.bundle.BundleGenerations;
import io.verge.api.bundle.GenerationReport;
import io.verge.api.disk.LocalDisk;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

class GenerationViewTest {
    private final Map<String, String> properties = new HashMap<>();
    private final ManualClock clock = ManualClock.standing();
    private final Path folder;
    private final Generations generations;
    private @Nullable Framework framework;

    GenerationViewTest(@TempDir Path folder) {
        this.folder = folder;
        generations = new Generations(new LocalDisk(), folder.resolve("var"));
        properties.put(Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString());
        properties.put("verge.state", folder.resolve("var").toString());
        properties.put("verge.start.why", "");
    }

    /** As it is in a framework that was started with the properties. */
    private BundleGenerations view() throws BundleException {
        Framework started = new Felix(properties);
        framework = started;
        started.init();
        LocalStore store = new LocalStore(folder.resolve("bundles"), folder.resolve("framework.plan"));
        return new GenerationView(new Workshop(started.getBundleContext(), store), clock);
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        Framework started = framework;
        if (started != null) {
            started.stop();
            started.waitForStop(10_000);
        }
    }

    @Test
    void theCurrentSetIsAllRight() throws BundleException {
        properties.put("verge.generation", "3");

        BundleGenerations view = view();

        assertThat(view.status().state()).isEqualTo(State.OK);
        assertThat(view.running()).isEqualTo(3);
    }

    @Test
    void anotherThanTheCurrentSetIsDegradedWithTheReason() throws BundleException {
        properties.put("verge.start.why", "generation 3 failed");

        Status status = view().status();

        assertThat(status.state()).isEqualTo(State.DEGRADED);
        assertThat(status.trouble()).extracting(Trouble::cause).isEqualTo("generation 3 failed");
    }

    @Test
    void onceTheBoxPointsToWhatRunsAllIsWell() throws BundleException, IOException {
        generations.point(generations.make("2026.12.1", "a test", clock.now(), List.of()));
        properties.put("verge.start.why", "generation 1 failed");
        BundleGenerations view = view();
        assertThat(view.status().state()).isEqualTo(State.DEGRADED);

        generations.point(Generation.SHIPPED);

        assertThat(view.status().state()).isEqualTo(State.OK);
    }

    @Test
    void aStartWithoutThisBoxesOwnChangesStaysDegraded() throws BundleException {
        properties.put("verge.start.why", "the shipped set with this box's own changes failed");

        assertThat(view().status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void safeModeSaysSinceWhenAndWhatToDo() throws BundleException {
        properties.put("verge.safe.since", "2026-03-01T07:00:00Z");
        properties.put("verge.start.why", "generation 3 failed");

        Status status = view().status();

        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.since()).isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
        assertThat(status.trouble()).extracting(Trouble::code).isEqualTo(BundleGenerations.SAFE_MODE);
        assertThat(status.trouble()).extracting(Trouble::remedy).asString().contains("verge generations use 0");
    }

    @Test
    void listsTheShippedSetFirst() throws BundleException, IOException {
        properties.put("verge.generation", "1");
        Generation one = generations.make("2026.12.1", "a test", clock.now(), List.of());
        generations.point(one);

        assertThat(view().list())
                .containsExactly(
                        new GenerationReport(0, "", Instant.EPOCH, "as shipped", false, false, true, 0),
                        new GenerationReport(1, "2026.12.1", clock.now(), "a test", true, true, false, 0));
    }

    @Test
    void aPointerThatCannotBeReadPointsToNothing() throws BundleException, IOException {
        generations.point(generations.make("2026.12.1", "a test", clock.now(), List.of()));
        Files.writeString(folder.resolve("var/generations/current"), "nonsense");

        assertThat(view().list()).noneMatch(GenerationReport::current);
    }
}
