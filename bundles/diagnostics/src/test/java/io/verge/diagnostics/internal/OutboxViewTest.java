package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.LaneReport;
import io.verge.api.outbox.OutboxReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A maintainer looks at what waits for the cloud. */
@Timeout(60)
class OutboxViewTest extends AtTheCabinet {
    private static final Instant SINCE = Instant.parse("2026-03-01T08:00:00Z");

    private static OutboxReport report(Status status) {
        LaneReport lane = new LaneReport(Lane.CRITICAL, 2, 600, 512_000_000, SINCE, 5, 3, Map.of("full", 1L));
        return new OutboxReport(status, "0123456789abcdef", List.of(lane), 40_960);
    }

    @Test
    void lanesAreShownWithWhatWasDropped() throws ConnectorException, IOException {
        cabinet.parts.outbox = () -> report(Status.of(State.OK, SINCE));
        assertThat(mechanic.get("outbox").getResponseText())
                .isEqualTo("{\"state\":\"OK\",\"since\":\"2026-03-01T08:00:00Z\",\"store\":\"0123456789abcdef\","
                        + "\"fileOctets\":40960,\"lanes\":[{\"lane\":\"critical\",\"records\":2,\"octets\":600,"
                        + "\"budget\":512000000,\"oldest\":\"2026-03-01T08:00:00Z\",\"offered\":5,\"confirmed\":3,"
                        + "\"dropped\":{\"full\":1}}]}");
    }

    @Test
    void withoutAnOutboxNothingIsShown() throws ConnectorException, IOException {
        assertThat(mechanic.get("outbox").getResponseText()).isEqualTo("{}");
    }

    @Test
    void troubleOfTheOutboxShowsInTheStatus() throws ConnectorException, IOException {
        cabinet.parts.outbox =
                () -> report(Status.of(State.DEGRADED, SINCE, "not-durable", "the disk is full", "make room"));
        assertThat(mechanic.get("status").getResponseText())
                .contains("\"outbox\":{\"state\":\"DEGRADED\"")
                .contains("the disk is full");
    }
}
