package io.verge.cloud.internal.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.itests.contract.Contract;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests that a box takes, and the replies that it makes. */
class ReplyContractTest {
    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404, 409, 422, 429, 500, 503, 299})
    void whateverACommandAnswersIsAsTheContractSays(int code) {
        assertThat(Contract.problems("reply", Reply.of(code, "{\"a\":1}").json()))
                .isEmpty();
    }

    @Test
    void anAnswerWithoutContentIsAsTheContractSays() {
        assertThat(Contract.problems("reply", Reply.of(200, "").json())).isEmpty();
    }

    @Test
    void progressIsAsTheContractSays() {
        assertThat(Contract.problems("reply", Reply.progress(40))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Reply.EXPIRED, Reply.UNSURE, Reply.FORBIDDEN, Reply.TOO_MANY, Reply.LATE})
    void aRefusalIsAsTheContractSays(int code) {
        assertThat(Contract.problems("reply", Reply.why(code, "a \"reason\"").json()))
                .isEmpty();
    }

    @Test
    void aBoxTakesTheContractsExampleOfARequest() throws Exception {
        Map<String, String> properties = Map.of("expires", "2026-05-01T12:05:00Z");
        ByteBuffer content = ByteBuffer.wrap(Contract.examples("command").get(0).getBytes(UTF_8));
        ByteBuffer correlation = ByteBuffer.wrap(new byte[] {1, 2});
        Inbound message = new Inbound(
                "verge/v1/wuhan/crossing-1/command/twin-report", content, false, 60L, null, correlation, properties);

        assertThat(Contract.problems("command-properties", "{\"expires\":\"2026-05-01T12:05:00Z\"}"))
                .isEmpty();
        assertThat(Request.read(message, "twin-report").expires()).isEqualTo(Instant.parse("2026-05-01T12:05:00Z"));
    }
}
