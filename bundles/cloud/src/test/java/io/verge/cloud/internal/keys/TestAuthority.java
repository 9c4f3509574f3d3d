package io.verge.cloud.internal.keys;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;

/** An authority that vouches for whatever a test says. */
public final class TestAuthority {
    /** Basic constraints, critical: an authority (RFC 5280, 4.2.1.9). */
    private static final byte[] IS_AUTHORITY = HexFormat.of().parseHex("300f0603551d130101ff040530030101ff");

    private static final byte[] ECDSA = Der.sequence(Der.identifier(1, 2, 840, 10045, 4, 3, 2));

    private final KeyPair pair = BoxKey.generate();
    private final AtomicLong serial = new AtomicLong();
    private final X500Principal name;
    private final X509Certificate certificate;

    /** For a thousand days before and after. */
    public TestAuthority(String name, Instant now) {
        this.name = new X500Principal("CN=" + name);
        Duration life = Duration.ofDays(1_000);
        certificate = issue(this.name, pair.getPublic(), now.minus(life), now.plus(life), IS_AUTHORITY);
    }

    /** Its own. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Its own as a file of certificates has it. */
    public String pem() {
        return Pem.certificates(List.of(certificate));
    }

    /** For a key, with its own behind it. */
    public List<X509Certificate> issue(String subject, PublicKey key, Instant from, Instant until) {
        return List.of(issue(new X500Principal(subject), key, from, until), certificate);
    }

    /** A new key with its certificate. */
    public Identity identity(String subject, Instant from, Instant until) {
        KeyPair made = BoxKey.generate();
        return new Identity(made.getPrivate(), issue(subject, made.getPublic(), from, until));
    }

    private X509Certificate issue(
            X500Principal subject, PublicKey key, Instant from, Instant until, byte[]... extensions) {
        byte[] body = Der.sequence(
                Der.context(0, Der.integer(BigInteger.TWO)),
                Der.integer(BigInteger.valueOf(serial.incrementAndGet())),
                ECDSA,
                name.getEncoded(),
                Der.sequence(Der.time(from), Der.time(until)),
                subject.getEncoded(),
                key.getEncoded(),
                extensions.length == 0 ? new byte[0] : Der.context(3, Der.sequence(extensions)));
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(BoxKey.signed(body, pair.getPrivate())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
