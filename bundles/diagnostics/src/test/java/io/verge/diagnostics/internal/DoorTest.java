package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plain CoAP shows and what it refuses. */
@Timeout(60)
class DoorTest {
    private static final byte[] NOTHING = {};

    private Cabinet cabinet;
    private Laptop laptop;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        cabinet = new Cabinet(folder);
        laptop = Laptop.plain(cabinet.door.plainAddress());
    }

    @AfterEach
    void close() {
        laptop.close();
        cabinet.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "devices",
                "devices/radar-ne",
                "apps",
                "bundles",
                "bundles/io.verge.driver.radar",
                "scene",
                "signals",
                "messages",
                "messages/recent",
                "latency",
                "logs",
                "config",
                "cloud",
                "why/radar-ne"
            })
    void jsonAndCborSayTheSame(String path) throws ConnectorException, IOException {
        cabinet.boards.onScene(Fakes.scene(1));
        cabinet.boards.sent(Fakes.frame());
        cabinet.logs.add("hello");
        CoapResponse json = laptop.get(path, MediaTypeRegistry.APPLICATION_JSON);
        CoapResponse cbor = laptop.get(path, MediaTypeRegistry.APPLICATION_CBOR);

        assertThat(json.getCode()).isEqualTo(ResponseCode.CONTENT);
        assertThat(json.getOptions().getContentFormat()).isEqualTo(MediaTypeRegistry.APPLICATION_JSON);
        assertThat(cbor.getOptions().getContentFormat()).isEqualTo(MediaTypeRegistry.APPLICATION_CBOR);
        assertThat(Laptop.cbor(cbor)).isEqualTo(Laptop.json(json));
    }

    @Test
    void whoDoesNotSayWhichFormGetsJson() throws ConnectorException, IOException {
        CoapResponse answer = laptop.get("apps");

        assertThat(answer.getResponseText())
                .isEqualTo("[{\"name\":\"signal-phase\",\"state\":\"OK\",\"since\":\"2026-03-01T08:00:00Z\","
                        + "\"counters\":{\"scenes\":1}}]");
    }

    @Test
    void otherFormsCannotBeHad() throws ConnectorException, IOException {
        CoapResponse answer = laptop.get("status", MediaTypeRegistry.APPLICATION_XML);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.NOT_ACCEPTABLE);
        assertThat(answer.getResponseText()).contains("50 (JSON)", "60 (CBOR)");
    }

    @Test
    void saysWhatThereIs() throws ConnectorException, IOException {
        CoapResponse answer = laptop.get(".well-known/core");

        assertThat(answer.getResponseText())
                .contains("</status>", "</devices>", "</apps>", "</bundles>", "</scene>", "</signals>")
                .contains("</messages>", "</messages/recent>", "</latency>", "</logs>", "</config>", "</why>")
                .containsPattern("</scene>;[^,]*obs")
                .containsPattern("</scene>;[^,]*ct=\"50 60\"")
                .doesNotContainPattern("</why>;[^,]*obs");
    }

    @Test
    void theStatusIsThatOfAllParts() throws ConnectorException, IOException {
        assertThat(laptop.get("status").getResponseText())
                .startsWith("{\"version\":\"0.1.0\",\"since\":\"2026-03-01T08:00:00Z\",\"state\":\"OK\","
                        + "\"clock\":{\"source\":\"RECORDING\",\"errorMillis\":0},"
                        + "\"profile\":{\"state\":\"OK\",\"since\":\"2026-03-01T08:00:00Z\"},"
                        + "\"devices\":[{\"id\":\"radar-ne\",\"state\":\"OK\"");

        cabinet.apps.add("glosa", WhyTest.starting());
        assertThat(laptop.get("status").getResponseText()).contains("\"state\":\"DEGRADED\",\"clock\"");
    }

    @Test
    void theStatusIsThereWhenNothingElseIs() throws ConnectorException, IOException {
        cabinet.parts.apps = null;
        cabinet.parts.profiles = null;
        cabinet.parts.removeDevice(cabinet.radar);

        assertThat(laptop.get("status").getResponseText())
                .contains("\"state\":\"DEGRADED\"")
                .endsWith("\"devices\":[],\"apps\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "bundles, []",
        "messages, []",
        "logs, []",
        "config, {}",
        "scene, {}",
        "signals, {}",
        "messages/recent, []"
    })
    void whatIsNotThereIsEmpty(String path, String empty) throws ConnectorException, IOException {
        cabinet.parts.bundles = null;
        cabinet.parts.gate = null;
        cabinet.parts.logs = null;
        cabinet.parts.profiles = null;

        assertThat(laptop.get(path).getResponseText()).isEqualTo(empty);
    }

    @Test
    void aDriverThatFailsWhenItIsAskedDoesNotHideTheOthers() throws ConnectorException, IOException {
        cabinet.parts.addDevice(new Fakes.TestDevice("zebra", Fakes.ok()));
        cabinet.radar.broken = true;

        assertThat(laptop.get("devices").getResponseText())
                .contains("\"id\":\"radar-ne\",\"state\":\"FAILED\"", "a defect")
                .contains("\"id\":\"zebra\",\"state\":\"OK\"");
        assertThat(laptop.get("status").isSuccess()).isTrue();
    }

    @Test
    void aPartThatFailsIsAnsweredWithItsReason() throws ConnectorException, IOException {
        cabinet.parts.logs = (after, limit) -> {
            throw new IllegalStateException("a defect");
        };
        CoapResponse answer = laptop.get("logs");

        assertThat(answer.getCode()).isEqualTo(ResponseCode.INTERNAL_SERVER_ERROR);
        assertThat(answer.getResponseText()).contains("a defect");
    }

    @Test
    void messagesAreShownFromTheOneKnown() throws ConnectorException, IOException {
        for (int i = 0; i < 3; i++) {
            cabinet.boards.sent(Fakes.frame());
        }

        assertThat(laptop.get("messages/recent?after=1").getResponseText())
                .isEqualTo("[{\"number\":2,\"time\":\"2026-03-01T08:00:00Z\",\"set\":\"csae\",\"kind\":\"RSM\","
                        + "\"hex\":\"0aff\"}]");
        assertThat(Laptop.json(laptop.get("messages/recent?after=x")))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    @Test
    void linesOfTheLogAreShownFromTheOneKnown() throws ConnectorException, IOException {
        cabinet.logs.add("first");
        cabinet.logs.add("second");

        assertThat(laptop.get("logs?after=0").getResponseText())
                .isEqualTo("[{\"number\":1,\"time\":\"2026-03-01T08:00:00Z\",\"level\":\"WARN\","
                        + "\"logger\":\"io.verge.gate\",\"message\":\"second\"}]");
    }

    @Test
    void anAnswerOfManyBlocksArrivesWhole() throws ConnectorException, IOException {
        cabinet.logs.add("x".repeat(300_000));

        assertThat(laptop.get("logs").getResponseText()).hasSizeGreaterThan(300_000);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, status",
        "POST, devices",
        "DELETE, devices/radar-ne",
        "POST, scene",
        "PUT, bundles",
        "DELETE, config",
        "PUT, bundles/io.verge.driver.radar",
        "POST, why/radar-ne",
        "FETCH, status",
        "PATCH, config"
    })
    void otherMethodsAreNotAllowed(Code code, String path) throws ConnectorException, IOException {
        assertThat(laptop.send(code, path, NOTHING).getCode()).isEqualTo(ResponseCode.METHOD_NOT_ALLOWED);
    }

    @Test
    void aDeviceThatIsNotThereIsNotFoundButThereIsAHint() throws ConnectorException, IOException {
        CoapResponse answer = laptop.get("devices/radar-sw");

        assertThat(answer.getCode()).isEqualTo(ResponseCode.NOT_FOUND);
        assertThat(answer.getResponseText()).isEqualTo("there is no device radar-sw; try /why/radar-sw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "devices/radar-ne/more", "bundles/none", "why/nobody", "status/x"})
    void whatIsNotThereIsNotFound(String path) throws ConnectorException, IOException {
        assertThat(laptop.get(path).getCode()).isEqualTo(ResponseCode.NOT_FOUND);
    }

    @Test
    void whyNeedsAName() throws ConnectorException, IOException {
        assertThat(laptop.get("why").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, bundles", "POST, bundles/io.verge.driver.radar?do=stop", "POST, bundles/io.verge.driver.radar?do=start",
        "POST, bundles/io.verge.driver.radar?do=dance", "DELETE, bundles/io.verge.driver.radar", "POST, config",
        "PUT, config"
    })
    void nothingIsChangedWithoutAKey(Code code, String path) throws ConnectorException, IOException {
        CoapResponse answer = laptop.send(code, path, NOTHING);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(answer.getResponseText()).isEqualTo("changes need coaps and the key of a maintainer");
        assertThat(cabinet.bundles.done).isEmpty();
        assertThat(cabinet.profiles.done).isEmpty();
    }

    @Test
    void noMemoryIsTakenForABigBodyWithoutAKey() throws ConnectorException, IOException {
        CoapResponse answer = laptop.send(Code.POST, "bundles", new byte[5_000]);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
        assertThat(cabinet.bundles.done).isEmpty();
    }
}
