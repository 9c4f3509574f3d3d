package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A maintainer puts up signs. */
@Timeout(60)
class SignsTest extends AtTheCabinet {
    private static final String SHOWN = "{\"id\":\"hole\",\"origin\":\"local\",\"announced\":true,\"sign\":38,"
            + "\"east\":30.0,\"north\":2.0,\"lanes\":[]}";
    private static final String SIGN = "{\"sign\":38,\"east\":30,\"north\":2}";

    private CoapResponse put(String json) throws ConnectorException, IOException {
        return mechanic.send(Code.PUT, "signs/hole", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsPutUpIsAnsweredAndListed() throws ConnectorException, IOException {
        CoapResponse answer = put(SIGN);
        assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(answer.getResponseText()).isEqualTo(SHOWN);
        assertThat(mechanic.get("signs").getResponseText()).isEqualTo("[" + SHOWN + "]");
        assertThat(mechanic.get("signs/hole").getResponseText()).isEqualTo(SHOWN);
    }

    @Test
    void whatCannotBeReadIsAnsweredWithAllThatIsWrong() throws ConnectorException, IOException {
        CoapResponse answer = put("{\"sign\":\"x\",\"colour\":1}");
        assertThat(answer.getCode()).isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
        assertThat(answer.getResponseText())
                .isEqualTo("{\"problems\":[\"sign: a whole number was expected\",\"colour is not known\"]}");
        assertThat(cabinet.notices.notices).isEmpty();
    }

    @Test
    void whatTheAppRefusesIsAnsweredWithItsReasons() throws ConnectorException, IOException {
        cabinet.notices.refusal = List.of("until: in the future");
        CoapResponse answer = put(SIGN);
        assertThat(answer.getCode()).isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
        assertThat(answer.getResponseText()).isEqualTo("{\"problems\":[\"until: in the future\"]}");
    }

    @Test
    void whatIsTakenDownIsGone() throws ConnectorException, IOException {
        put(SIGN);
        assertThat(mechanic.send(Code.DELETE, "signs/hole", new byte[0]).getCode())
                .isEqualTo(ResponseCode.DELETED);
        assertThat(mechanic.get("signs/hole").getCode()).isEqualTo(ResponseCode.NOT_FOUND);
    }

    @Test
    void whatMayNotBeTakenDownIsAnsweredWithTheReason() throws ConnectorException, IOException {
        cabinet.notices.refusal = List.of("the profile has hole");
        CoapResponse answer = mechanic.send(Code.DELETE, "signs/hole", new byte[0]);
        assertThat(answer.getCode()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(answer.getResponseText()).contains("the profile has hole");
    }

    @Test
    void withoutTheAppThereIsAHintAndAnEmptyList() throws ConnectorException, IOException {
        cabinet.parts.notices = null;
        CoapResponse answer = put(SIGN);
        assertThat(answer.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
        assertThat(answer.getResponseText()).contains("road-signs");
        assertThat(mechanic.get("signs").getResponseText()).isEqualTo("[]");
    }
}
