package io.verge.cloud.internal.identity;

import io.verge.cloud.internal.keys.BoxKey;
import io.verge.cloud.internal.keys.CertificateRequest;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.Pem;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.json.tree.JsonTree;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the box asks the authority for: a certificate for the key that waits, signed with the key in use, so that the authority need
 * believe neither broker nor topic.
 */
final class Petition {
    private Petition() {}

    /**
     * A message.
     *
     * @param id that no other petition has
     * @param expiry after which it is of no use, since another follows
     * @throws GeneralSecurityException when a key is of another kind than the authority takes
     */
    static Outbound of(String topic, String id, Identity present, Identity waiting, Duration expiry)
            throws GeneralSecurityException {
        CertificateRequest request = CertificateRequest.of(
                present.certificate().getSubjectX500Principal(),
                waiting.certificate().getPublicKey(),
                waiting.key());
        Map<String, Object> petition = new LinkedHashMap<>();
        petition.put("id", id);
        petition.put("request", request.pem());
        petition.put("certificate", Pem.certificates(List.of(present.certificate())));
        petition.put("signature", Base64.getEncoder().encodeToString(BoxKey.sign(present.key(), request.der())));
        ByteBuffer octets = ByteBuffer.wrap(JsonTree.octets(petition));
        return new Outbound(topic, octets, 1, false, expiry, Outbound.JSON, null, Map.of());
    }
}
