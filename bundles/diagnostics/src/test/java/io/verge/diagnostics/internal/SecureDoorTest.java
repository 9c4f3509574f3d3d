package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.profile.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes with a key, and what it opens. */
@Timeout(120)
class SecureDoorTest extends AtTheCabinet {
    private static final byte[] NOTHING = {};
    private static final byte[] PROFILE = "box: {id: b}".getBytes(StandardCharsets.UTF_8);

    @Test
    void aViewerMayLook() throws ConnectorException, IOException {
        assertThat(visitor().get("status").isSuccess()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, bundles",
        "POST, bundles/io.verge.driver.radar?do=stop",
        "DELETE, bundles/io.verge.driver.radar",
        "POST, config",
        "PUT, config",
        "PUT, signs/hole",
        "DELETE, signs/hole"
    })
    void aViewerMayNotChangeAnything(Code code, String path) throws ConnectorException, IOException {
        CoapResponse answer = visitor().send(code, path, NOTHING);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(answer.getResponseText()).isEqualTo("this key may look, not change");
        assertThat(cabinet.bundles.done).isEmpty();
        assertThat(cabinet.profiles.done).isEmpty();
        assertThat(cabinet.notices.notices).isEmpty();
    }

    @Test
    void noMemoryIsTakenForABigBodyOfAViewer() throws ConnectorException, IOException {
        assertThat(visitor().send(Code.POST, "bundles", new byte[5_000]).getCode())
                .isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, bundles/io.verge.driver.radar?do=stop, stop io.verge.driver.radar, CHANGED",
        "POST, bundles/io.verge.driver.radar?do=start, start io.verge.driver.radar, CHANGED",
        "POST, bundles/io.verge.driver.radar@2.0.0?do=promote, promote io.verge.driver.radar@2.0.0, CHANGED",
        "POST, bundles?beside=yes, install beside 0, CHANGED",
        "DELETE, bundles/io.verge.driver.radar, uninstall io.verge.driver.radar, DELETED"
    })
    void aMaintainerMayChangeBundles(Code code, String path, String done, ResponseCode answer)
            throws ConnectorException, IOException {
        assertThat(mechanic.send(code, path, NOTHING).getCode()).isEqualTo(answer);
        assertThat(cabinet.bundles.done).containsExactly(done);
    }

    @Test
    void theBoxesOwnKeyOpensAll() throws ConnectorException, IOException {
        String secret = Files.readString(folder.resolve("coap.key")).strip().substring("local operator ".length());
        CoapResponse answer = laptop("local", secret).send(Code.POST, "bundles/io.verge.driver.radar?do=stop", NOTHING);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
    }

    @Test
    void aBundleOfManyBlocksArrivesWhole() throws ConnectorException, IOException {
        byte[] jar = new byte[300_000];
        new Random(7).nextBytes(jar);
        CoapResponse answer = mechanic.send(Code.POST, "bundles", jar);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(answer.getResponseText())
                .isEqualTo("{\"name\":\"io.verge.driver.radar\",\"version\":\"1.0.0\",\"state\":\"active\","
                        + "\"replaceable\":true,\"origin\":\"shipped\"}");
        assertThat(cabinet.bundles.jar).isEqualTo(jar);
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws ConnectorException, IOException {
        CoapResponse answer = mechanic.send(Code.POST, "bundles", new byte[Door.LARGEST_BODY + 1]);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
        assertThat(cabinet.bundles.done).isEmpty();
    }

    @Test
    void aRefusalSaysWhy() throws ConnectorException, IOException {
        cabinet.bundles.refusal = "it is a fragment";
        CoapResponse answer = mechanic.send(Code.POST, "bundles", new byte[100]);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(answer.getResponseText()).isEqualTo("{\"refused\":\"it is a fragment\"}");
    }

    @Test
    void aBundleCannotDance() throws ConnectorException, IOException {
        CoapResponse answer = mechanic.send(Code.POST, "bundles/io.verge.driver.radar?do=dance", NOTHING);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    }

    @Test
    void withoutUpdaterThereIsAHint() throws ConnectorException, IOException {
        cabinet.parts.bundles = null;
        CoapResponse answer = mechanic.send(Code.POST, "bundles", new byte[100]);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
        assertThat(answer.getResponseText()).contains("/why/io.verge.update");
    }

    @Test
    void nothingIsChangedWhenTheAnswerCouldNotBeGiven() throws ConnectorException, IOException {
        CoapResponse answer = mechanic.send(Code.POST, "bundles", new byte[100], MediaTypeRegistry.APPLICATION_XML);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.NOT_ACCEPTABLE);
        assertThat(cabinet.bundles.done).isEmpty();
    }

    @Test
    void aProfileIsApplied() throws ConnectorException, IOException {
        CoapResponse answer = mechanic.send(Code.PUT, "config", PROFILE);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(answer.getResponseText())
                .isEqualTo("{\"problems\":[],\"changes\":[{\"kind\":\"UPDATED\",\"pid\":\"io.verge.gate\"}]}");
        assertThat(cabinet.profiles.done).containsExactly("apply box: {id: b}");
    }

    @Test
    void whatAProfileCallsOtherwiseIsNoted() throws ConnectorException, IOException {
        cabinet.profiles.notes.add(new Problem(4, "devices.radar.baud", "is called rate now"));
        CoapResponse answer = mechanic.send(Code.PUT, "config", PROFILE);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(answer.getResponseText())
                .endsWith(
                        "\"notes\":[{\"line\":4,\"key\":\"devices.radar.baud\",\"message\":\"is called rate now\"}]}");
    }

    @Test
    void aProfileIsOnlyChecked() throws ConnectorException, IOException {
        assertThat(mechanic.send(Code.POST, "config", PROFILE).getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(cabinet.profiles.done).containsExactly("check box: {id: b}");
    }

    @Test
    void aWrongProfileIsAnsweredWithItsProblems() throws ConnectorException, IOException {
        cabinet.profiles.problems.add(new Problem(3, "devices.radar", "no port"));
        CoapResponse answer = mechanic.send(Code.PUT, "config", PROFILE);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
        assertThat(answer.getResponseText())
                .isEqualTo("{\"problems\":[{\"line\":3,\"key\":\"devices.radar\",\"message\":\"no port\"}],"
                        + "\"changes\":[]}");
    }

    @Test
    void aWrongKeyOpensNothing() throws ConnectorException, IOException {
        assertThatThrownBy(() -> laptop("mechanic", Cabinet.VIEWER_KEY).get("status"))
                .isInstanceOfAny(ConnectorException.class, IOException.class);

        assertThat(mechanic.get("status").isSuccess()).isTrue();
    }

    @Test
    void anUnknownIdentityOpensNothing() {
        assertThatThrownBy(() -> laptop("burglar", Cabinet.MAINTAINER_KEY).get("status"))
                .isInstanceOfAny(ConnectorException.class, IOException.class);
    }
}
