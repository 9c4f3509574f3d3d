package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.Cloud;
import io.verge.api.cloud.Cloud.Mode;
import io.verge.api.cloud.CloudReport;
import io.verge.api.cloud.IdentityReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CloudDoorTest extends AtTheCabinet {
    private static final byte[] PROFILE = "box: {id: b}".getBytes(StandardCharsets.UTF_8);

    private static Cloud cloud(Mode mode) {
        return Fakes.proxy(Cloud.class, Map.of("report", report(), "mode", mode));
    }

    private static CloudReport report() {
        Status away = Status.of(State.DEGRADED, Fakes.TIME, "unreachable", "no route to host", "check the antenna");
        return new CloudReport(
                away,
                "mqtts://mqtt.example:8883",
                "wuhan.wuhan-0417",
                "waiting",
                7,
                null,
                Fakes.TIME.plusSeconds(40),
                Duration.ofMillis(80),
                Map.of("ingest", true),
                Map.of("records", 12L),
                away,
                null);
    }

    @Test
    void showsHowLongTheCertificateLasts() throws ConnectorException, IOException {
        CloudReport bare = report();
        CloudReport report = bare.with(bare.status(), new IdentityReport("asked", Fakes.TIME.plusSeconds(60)));
        cabinet.parts.cloud = Fakes.proxy(Cloud.class, Map.of("report", report, "mode", Mode.AUTONOMOUS));

        assertThat(mechanic.get("cloud").getResponseText())
                .contains("\"identityState\":\"asked\",\"identityExpires\":\"2026-03-01T08:01:00Z\"");
    }

    @Test
    void showsNothingWithoutASectionCloud() throws ConnectorException, IOException {
        assertThat(mechanic.get("cloud").getResponseText()).isEqualTo("{}");
    }

    @Test
    void showsWhyThereIsNoSessionAndWhenItIsTriedAgain() throws ConnectorException, IOException {
        cabinet.parts.cloud = cloud(Mode.AUTONOMOUS);

        assertThat(mechanic.get("cloud").getResponseText())
                .startsWith("{\"state\":\"DEGRADED\"")
                .contains(
                        "\"cause\":\"no route to host\",\"remedy\":\"check the antenna\",\"phase\":\"waiting\","
                                + "\"mode\":\"autonomous\"",
                        "\"connection\":7,\"nextAttempt\":\"2026-03-01T08:00:40Z\",\"roundTripMillis\":80.0",
                        "\"consumers\":{\"ingest\":true},\"counters\":{\"records\":12}");
    }

    @Test
    void theBoxWorksWithoutItsCloud() throws ConnectorException, IOException {
        cabinet.parts.cloud = cloud(Mode.AUTONOMOUS);

        assertThat(mechanic.get("status").getResponseText())
                .contains("\"state\":\"OK\",\"clock\"", "\"cloud\":{\"state\":\"DEGRADED\"");
    }

    @Test
    void takesAProfileWhileAMaintainerMayConfigure() throws ConnectorException, IOException {
        cabinet.parts.cloud = cloud(Mode.AUTONOMOUS);

        assertThat(mechanic.send(Code.PUT, "config", PROFILE).getCode()).isEqualTo(ResponseCode.CHANGED);
    }

    @Test
    void refusesAProfileWhileTheCloudAloneConfigures() throws ConnectorException, IOException {
        cabinet.parts.cloud = cloud(Mode.CENTRAL);
        CoapResponse answer = mechanic.send(Code.PUT, "config", PROFILE);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(answer.getResponseText()).contains("mode: central");
        assertThat(cabinet.profiles.done).isEmpty();
    }

    @Test
    void refusesAProfileWhileAnUpdateIsOnProbationAndSaysUntilWhen() throws ConnectorException, IOException {
        cabinet.profiles.held = "2026.12.1 is on probation until about 08:05";
        CoapResponse answer = mechanic.send(Code.PUT, "config", PROFILE);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(answer.getResponseText()).isEqualTo(cabinet.profiles.held);
        assertThat(cabinet.profiles.done).isEmpty();
    }

    @Test
    void checksAProfileAllTheSame() throws ConnectorException, IOException {
        cabinet.profiles.held = "2026.12.1 is on probation until about 08:05";

        assertThat(mechanic.send(Code.POST, "config", PROFILE).getCode()).isEqualTo(ResponseCode.CHANGED);
    }
}
