package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.Twin;
import io.verge.api.cloud.TwinReport;
import io.verge.api.cloud.TwinReport.Key;
import io.verge.api.cloud.TwinReport.Outcome;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A maintainer looks at the twin and holds parts of the profile. */
@Timeout(60)
class TwinTest extends AtTheCabinet {
    private static final Instant SINCE = Instant.parse("2026-03-01T08:00:00Z");

    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void prepare() {
        cabinet.parts.twin = new TestTwin();
    }

    private CoapResponse hold(String key, String json) throws ConnectorException, IOException {
        return mechanic.send(Code.PUT, "twin/holds/" + key, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void showsWhatTheCloudWantsAndWhatBecameOfIt() throws ConnectorException, IOException {
        assertThat(mechanic.get("twin").getResponseText())
                .isEqualTo(
                        "{\"state\":\"OK\",\"since\":\"2026-03-01T08:00:00Z\",\"epoch\":1,\"desired\":13,\"applied\":12,"
                                + "\"keys\":[{\"key\":\"apps.x\",\"desired\":12,\"outcome\":\"overridden\",\"why\":\"tests\","
                                + "\"until\":\"2026-03-01T08:00:00Z\"}]}");
    }

    @Test
    void holdsAndShowsTheTwinAfterIt() throws ConnectorException, IOException {
        CoapResponse answer = hold("devices.rsu.power", "{\"seconds\":60,\"reason\":\"licence\"}");

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(answer.getResponseText()).contains("\"applied\":12");
        assertThat(calls).containsExactly("hold devices.rsu.power PT1M licence");
    }

    @Test
    void holdsForEightHoursWhenNobodySaysHowLong() throws ConnectorException, IOException {
        hold("apps.x", "{\"reason\":\"tests\"}");

        assertThat(calls).containsExactly("hold apps.x PT8H tests");
    }

    @Test
    void tellsWhatIsWrongWithAHold() throws ConnectorException, IOException {
        assertThat(hold("apps.x", "[]").getCode()).isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
        assertThat(hold("apps.x", "{\"seconds\":1.5}").getResponseText()).contains("seconds as a whole number");
        assertThat(hold("apps.x", "{\"seconds\":99999999999999999999}").getCode())
                .isEqualTo(ResponseCode.UNPROCESSABLE_ENTITY);
        assertThat(hold("refused", "{\"reason\":\"tests\"}").getResponseText()).isEqualTo("there is no refused");
    }

    @Test
    void releases() throws ConnectorException, IOException {
        assertThat(mechanic.send(Code.DELETE, "twin/holds/apps.x", new byte[0]).getCode())
                .isEqualTo(ResponseCode.DELETED);
        assertThat(calls).containsExactly("release apps.x");
    }

    @Test
    void whoMayOnlyLookHoldsNothing() throws ConnectorException, IOException {
        byte[] json = "{\"reason\":\"tests\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(visitor().send(Code.PUT, "twin/holds/apps.x", json).getCode())
                .isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(calls).isEmpty();
    }

    @Test
    void withoutATwinThereIsAHint() throws ConnectorException, IOException {
        cabinet.parts.twin = null;

        assertThat(hold("apps.x", "{\"reason\":\"tests\"}").getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
        assertThat(mechanic.get("twin").getResponseText()).contains("io.verge.cloud does not run");
    }

    private final class TestTwin implements Twin {
        @Override
        public TwinReport report() {
            Key key = new Key("apps.x", 12, Outcome.OVERRIDDEN, "tests", SINCE);
            return new TwinReport(Status.of(State.OK, SINCE), 1, 13, 12, List.of(key));
        }

        @Override
        public void hold(String key, Duration time, String reason) {
            if (key.equals("refused")) {
                throw new IllegalArgumentException("there is no refused");
            }
            calls.add("hold " + key + " " + time + " " + reason);
        }

        @Override
        public void release(String key) {
            calls.add("release " + key);
        }
    }
}
