package io.verge.cloud.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.keys.BoxKey;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.itests.contract.Bindings;
import io.verge.itests.contract.Contract;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

/** What a box asks for its certificate, and what it takes for an answer. */
class IdentityContractTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final X500Principal BOX = new X500Principal("CN=crossing-1,O=wuhan");

    @Test
    void aBoxAsksAsTheContractSays() throws Exception {
        Identity present = BoxKey.bare(BoxKey.generate(), BOX, NOW);
        Identity waiting = BoxKey.bare(BoxKey.generate(), BOX, NOW);
        String topic = new Topics("wuhan", "crossing-1").identityRequest();

        Outbound message = Petition.of(topic, "5f0c3a7e91d2", present, waiting, Duration.ofHours(1));

        Bindings.assertSentAs("askCertificate", message);
        Bindings.assertContent("identity-request", message);
        assertThat(message.content().remaining()).isLessThan(Answer.LARGEST);
    }

    @Test
    void theBoxTakesTheContractsExampleOfARefusal() throws Exception {
        String refusal = Contract.examples("identity-certificate").get(1);

        assertThat(Answer.read(ByteBuffer.wrap(refusal.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Answer.Refused("5f0c3a7e91d2", 403, "crossing-1 is blocked"));
    }
}
