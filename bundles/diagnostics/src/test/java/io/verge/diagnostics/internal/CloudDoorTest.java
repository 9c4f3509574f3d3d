package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.Cloud;
import io.verge.api.cloud.Cloud.Mode;
import io.verge.api.cloud.CloudReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CloudDoorTest {
    private static final byte[] PROFILE = "box: {id: b}".getBytes(StandardCharsets.UTF_8);

    private Cabinet cabinet;
    private Laptop laptop;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        cabinet = new Cabinet(folder);
        laptop = Laptop.withKey(cabinet.door.secureAddress(), "mechanic", Cabinet.MAINTAINER_KEY);
    }

    @AfterEach
    void close() {
        laptop.close();
        cabinet.close();
    }

    private static Cloud cloud(Mode mode) {
        Status away = Status.of(State.DEGRADED, Fakes.TIME, "unreachable", "no route to host", "check the antenna");
        CloudReport report = new CloudReport(
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
                away);
        return Fakes.proxy(Cloud.class, Map.of("report", report, "mode", mode));
    }

    @Test
    void showsNothingWithoutASectionCloud() throws ConnectorException, IOException {
        assertThat(laptop.get("cloud").getResponseText()).isEqualTo("{}");
    }

    @Test
    void showsWhyThereIsNoSessionAndWhenItIsTriedAgain() throws ConnectorException, IOException {
        cabinet.parts.cloud = cloud(Mode.AUTONOMOUS);

        assertThat(laptop.get("cloud").getResponseText())
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

        assertThat(laptop.get("status").getResponseText())
                .contains("\"state\":\"OK\",\"clock\"", "\"cloud\":{\"state\":\"DEGRADED\"");
    }

    @Test
    void takesAProfileWhileAMaintainerMayConfigure() throws ConnectorException, IOException {
        cabinet.parts.cloud = cloud(Mode.AUTONOMOUS);

        assertThat(laptop.send(Code.PUT, "config", PROFILE).getCode()).isEqualTo(ResponseCode.CHANGED);
    }

    @Test
    void refusesAProfileWhileTheCloudAloneConfigures() throws ConnectorException, IOException {
        cabinet.parts.cloud = cloud(Mode.CENTRAL);
        CoapResponse answer = laptop.send(Code.PUT, "config", PROFILE);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(answer.getResponseText()).contains("mode: central");
        assertThat(cabinet.profiles.done).isEmpty();
    }
}
