package io.verge.cloud.internal.keys;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** New keys of a box, and what is signed with one: ECDSA on P-256 with SHA-256, as the authority wants it. */
public final class BoxKey {
    private static final String ALGORITHM = "SHA256withECDSA";
    /** ecdsa-with-SHA256 (RFC 5758, 3.2), without parameters. */
    private static final byte[] IDENTIFIER = Der.sequence(Der.identifier(1, 2, 840, 10045, 4, 3, 2));

    private static final Duration BARE_LIFE = Duration.ofDays(36_500);

    private BoxKey() {}

    /** Another key, by the secure randomness of Java. */
    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 has P-256", e);
        }
    }

    /**
     * Signs octets.
     *
     * @throws GeneralSecurityException when the key is not of this kind
     */
    public static byte[] sign(PrivateKey key, byte[] octets) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(octets);
        return signature.sign();
    }

    /** A key that nobody has vouched for yet: PKCS#12 in Java wants a certificate, so it gets one that says nothing. */
    public static Identity bare(KeyPair pair, X500Principal subject, Instant now) {
        byte[] name = subject.getEncoded();
        byte[] body = Der.sequence(
                Der.integer(BigInteger.ONE),
                IDENTIFIER,
                name,
                Der.sequence(Der.time(now), Der.time(now.plus(BARE_LIFE))),
                name,
                pair.getPublic().getEncoded());
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(signed(body, pair.getPrivate())));
            return new Identity(pair.getPrivate(), List.of(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was just made can sign: " + e.getMessage(), e);
        }
    }

    /** What was signed, by what, and the signature: the outermost form of certificates and requests alike. */
    static byte[] signed(byte[] body, PrivateKey key) throws GeneralSecurityException {
        return Der.sequence(body, IDENTIFIER, Der.bits(sign(key, body)));
    }
}
