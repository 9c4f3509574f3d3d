package io.verge.cloud.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.contract.Documents;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.ingest.internal.line.Message;
import io.verge.ingest.internal.line.Online;
import io.verge.itests.contract.Contract;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a box says that it is there, and how it hears of consumers. */
class GreetingContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "00112233445566aa"})
    void onlineIsAsTheContractSays(String store) {
        assertThat(Contract.problems("online", Documents.online(true, 1, store, "0.1.0")))
                .isEmpty();
    }

    @Test
    void theConsumerReadsWhatTheBoxSays() {
        String will = Documents.online(false, 7, "00112233445566aa", "0.1.0");
        Message message = new Message("verge/v1/wuhan/crossing-1/online", will.getBytes(UTF_8), Map.of());

        assertThat(Online.read("wuhan", message))
                .contains(new Online("wuhan", "crossing-1", false, 7, "00112233445566aa", "0.1.0"));
    }

    @Test
    void birthIsAsTheContractSays() {
        String birth = new Self(ManualClock.standing()).birth("wuhan", "crossing-1", "0.1.0");

        assertThat(Contract.problems("birth", birth)).isEmpty();
    }

    @Test
    void aBoxReadsTheStateOfAConsumerAsTheContractHasIt() {
        Consumers consumers = new Consumers();
        for (String example : Contract.examples("state")) {
            consumers.heard("ingest", state(example));
            assertThat(consumers.there("ingest")).isEqualTo(example.contains("online"));
        }
    }

    private static Inbound state(String content) {
        ByteBuffer octets = ByteBuffer.wrap(content.getBytes(UTF_8));
        return new Inbound("verge/v1/wuhan/$state/ingest", octets, true, null, null, null, Map.of());
    }
}
