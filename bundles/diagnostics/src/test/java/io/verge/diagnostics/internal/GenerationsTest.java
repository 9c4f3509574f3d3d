package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.bundle.BundleGenerations;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.diagnostics.internal.Fakes.TestGenerations;
import java.io.IOException;
import java.time.Instant;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A maintainer looks at which set of bundles runs. */
@Timeout(60)
class GenerationsTest extends AtTheCabinet {
    private static final Instant SINCE = Instant.parse("2026-03-01T08:00:00Z");

    private final TestGenerations generations = new TestGenerations();

    @BeforeEach
    void prepare() {
        cabinet.parts.generations = generations;
    }

    @Test
    void eachIsShownWithWhatItIs() throws ConnectorException, IOException {
        assertThat(mechanic.get("generations").getResponseText())
                .isEqualTo(
                        "[{\"number\":0,\"running\":false,\"current\":false,\"good\":true,\"size\":0},{\"number\":7,\"release\":\"2026.12.1\",\"made\":\"2026-03-01T08:00:00Z\",\"why\":\"a"
                                + " test\",\"running\":true,\"current\":true,\"good\":false,\"size\":1234}]");
    }

    @Test
    void theStatusSaysWhichRuns() throws ConnectorException, IOException {
        assertThat(mechanic.get("status").getResponseText())
                .contains("\"state\":\"OK\",\"clock\"")
                .contains("\"generation\":{\"number\":7,\"state\":\"OK\"");
    }

    @Test
    void anAgentThatRunsAnotherThanTheCurrentOneIsDegraded() throws ConnectorException, IOException {
        generations.status = Status.of(State.DEGRADED, SINCE, "not-current", "7 failed", "look");

        assertThat(mechanic.get("status").getResponseText()).contains("\"state\":\"DEGRADED\",\"clock\"");
    }

    @Test
    void inSafeModeTheAgentHasFailedWhateverElseWorks() throws ConnectorException, IOException {
        generations.status = Status.of(State.FAILED, SINCE, BundleGenerations.SAFE_MODE, "7 failed", "look");

        assertThat(mechanic.get("status").getResponseText())
                .contains("\"state\":\"FAILED\",\"clock\"")
                .contains("\"code\":\"safe-mode\",\"cause\":\"7 failed\",\"remedy\":\"look\"");
    }

    @Test
    void withoutThatServiceThereAreNone() throws ConnectorException, IOException {
        cabinet.parts.generations = null;

        assertThat(mechanic.get("generations").getResponseText()).isEqualTo("[]");
    }
}
