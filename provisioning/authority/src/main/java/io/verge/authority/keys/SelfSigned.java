package io.verge.authority.keys;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that keys give themselves so that they can be kept in PKCS#12. Nobody is to trust them. */
final class SelfSigned {
    private static final Duration LIFE = Duration.ofDays(36_500);

    private SelfSigned() {}

    static X509Certificate bare(KeyPair pair, String name, Instant now) {
        X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                subject, BigInteger.ONE, Date.from(now), Date.from(now.plus(LIFE)), subject, pair.getPublic());
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(
                            new JcaContentSignerBuilder(Keys.signature(pair.getPrivate())).build(pair.getPrivate())));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("the key of " + name + " cannot sign: " + e.getMessage(), e);
        }
    }
}
