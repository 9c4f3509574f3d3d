package io.verge.ingest.internal.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineTest {
    private static final String TOPIC = "verge/v1/wuhan/crossing-1/online";

    @Test
    void whatABoxSaysOfItselfIsRead() {
        String said =
                "{\"state\":\"online\",\"connection\":7,\"store\":\"00112233445566aa\",\"version\":\"0.1.0\",\"new\":{\"state\":1}}";

        assertThat(Online.read("wuhan", message(TOPIC, said)))
                .contains(new Online("wuhan", "crossing-1", true, 7, "00112233445566aa", "0.1.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"state\":\"online\"}",
                "{\"state\":\"asleep\",\"connection\":1}",
                "{\"state\":\"online\",\"connection\":"
            })
    void whatIsNotAsTheContractSaysIsPassedOver(String said) {
        assertThat(Online.read("wuhan", message(TOPIC, said))).isEmpty();
    }

    @Test
    void aBoxOfAnotherTenantIsPassedOver() {
        assertThat(Online.read("wien", message(TOPIC, "{\"state\":\"online\",\"connection\":7}")))
                .isEmpty();
    }

    private static Message message(String topic, String content) {
        return new Message(topic, content.getBytes(UTF_8), Map.of());
    }
}
