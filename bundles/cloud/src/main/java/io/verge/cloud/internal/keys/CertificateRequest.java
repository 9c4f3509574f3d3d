package io.verge.cloud.internal.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import javax.security.auth.x500.X500Principal;

/**
 * A request for a certificate (PKCS#10, RFC 2986) without attributes: who asks, for which key, signed with that key.
 *
 * @param der not copied; nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // a request is compared with none
public record CertificateRequest(byte[] der) {
    /**
     * For a key.
     *
     * @param own its private half
     * @throws GeneralSecurityException when it is no key of the kind of {@link BoxKey}
     */
    public static CertificateRequest of(X500Principal subject, PublicKey key, PrivateKey own)
            throws GeneralSecurityException {
        byte[] information =
                Der.sequence(Der.integer(BigInteger.ZERO), subject.getEncoded(), key.getEncoded(), Der.context(0));
        return new CertificateRequest(BoxKey.signed(information, own));
    }

    /** As a text. */
    public String pem() {
        return Pem.text("CERTIFICATE REQUEST", der);
    }
}
