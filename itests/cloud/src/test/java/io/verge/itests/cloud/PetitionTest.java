package io.verge.itests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.authority.identity.SigningRequest;
import io.verge.cloud.internal.identity.LightIdentity;
import io.verge.cloud.internal.keys.BoxKey;
import io.verge.cloud.internal.keys.Identity;
import io.verge.json.tree.JsonTreeReader;
import java.time.Instant;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

/** The box makes its requests by itself, and the authority reads them by Bouncy Castle. */
class PetitionTest {
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final X500Principal BOX = new X500Principal("CN=box-17,O=wuhan");

    @Test
    void theAuthorityReadsWhatTheBoxAsksFor() throws Exception {
        Identity present = BoxKey.bare(BoxKey.generate(), BOX, NOW);
        Identity waiting = BoxKey.bare(BoxKey.generate(), BOX, NOW);

        Map<String, Object> petition = JsonTreeReader.of(16_384, 2)
                .object(LightIdentity.petition(present, waiting).content());
        SigningRequest read = SigningRequest.read(String.valueOf(petition.get("request")));

        assertThat(read.name()).isEqualTo("box-17");
        assertThat(read.key()).isEqualTo(waiting.certificate().getPublicKey());
    }
}
