package io.verge.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.CloudReport;
import io.verge.api.cloud.TwinReport;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.LaneReport;
import io.verge.api.outbox.OutboxReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UplinkTextTest {
    private static final Instant TIME = Instant.parse("2026-03-01T08:00:00Z");
    private static final Status WELL = Status.of(State.OK, TIME);
    private static final Status AWAY =
            Status.of(State.DEGRADED, TIME, "unreachable", "nobody answers", "nothing, if the network is away");

    @Test
    void saysTheSessionTheLanesInUseAndTheTwin() {
        Snapshot.Uplink uplink =
                new Snapshot.Uplink(cloud("online", TIME, WELL), outbox(), new TwinReport(WELL, 1, 12, 12, List.of()));

        assertThat(UplinkText.line(uplink))
                .isEqualTo("online at mqtt://127.0.0.1:1883; arrived/waits: critical 3/2  state 7/0; twin version 12");
    }

    @Test
    void saysWhyThereIsNoSessionAndThatRecordsWait() {
        Snapshot.Uplink uplink = new Snapshot.Uplink(cloud("waiting", null, AWAY), outbox(), null);

        assertThat(UplinkText.line(uplink))
                .isEqualTo("waiting (nobody answers); arrived/waits: critical 3/2  state 7/0");
    }

    @Test
    void withoutACloudRecordsWaitAllTheSame() {
        assertThat(UplinkText.line(new Snapshot.Uplink(null, outbox(), null)))
                .isEqualTo("none configured; arrived/waits: critical 3/2  state 7/0");
        assertThat(UplinkText.line(Snapshot.Uplink.NONE)).isEqualTo("none configured; no outbox");
    }

    @Test
    void theEndCountsWhatCameArrivedWaitsAndWasDropped() {
        assertThat(UplinkText.summary(new Snapshot.Uplink(null, outbox(), null)))
                .isEqualTo("13 records, 10 arrived, 2 wait, 1 dropped");
    }

    private static OutboxReport outbox() {
        return new OutboxReport(
                WELL,
                "0123456789abcdef",
                List.of(
                        new LaneReport(Lane.CRITICAL, 2, 600, 1000, TIME, 6, 3, Map.of("expired", 1L)),
                        new LaneReport(Lane.EVENT, 0, 0, 1000, null, 0, 0, Map.of()),
                        new LaneReport(Lane.STATE, 0, 0, 1000, null, 7, 7, Map.of())),
                4096);
    }

    private static CloudReport cloud(String phase, @Nullable Instant connected, Status status) {
        return new CloudReport(
                status,
                "mqtt://127.0.0.1:1883",
                "demo.demo",
                phase,
                1,
                connected,
                null,
                null,
                Map.of(),
                Map.of(),
                null,
                null);
    }
}
