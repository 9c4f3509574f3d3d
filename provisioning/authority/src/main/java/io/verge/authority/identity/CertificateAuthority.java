package io.verge.authority.identity;

import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Vouches for who somebody is, by certificates of RFC 5280 with ECDSA on P-256. It is the only one: no authority below it, no list of
 * what was revoked, so certificates are short-lived instead.
 */
public final class CertificateAuthority {
    /** How long the authority itself lasts. */
    public static final Duration LIFE = Duration.ofDays(3_652);

    /** Clocks of boxes go wrong: what was signed today is good for one that is a day late. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final RandomGenerator random;

    /** @param own its key, which may stay in a token, and its certificate */
    public CertificateAuthority(KeyFile own, RandomGenerator random) {
        this.key = own.key();
        this.certificate = own.certificate();
        this.random = random;
    }

    /**
     * A new authority's key with the certificate that it gives itself.
     *
     * @param name of the organisation, for people
     */
    public static KeyFile create(KeyPair pair, String name, Instant now, RandomGenerator random)
            throws RefusedException {
        X500Name subject = new X500NameBuilder()
                .addRDN(BCStyle.O, Subject.of(name, "", "").name())
                .addRDN(BCStyle.CN, name + "-ca")
                .build();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                serial(random),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(LIFE)),
                subject,
                pair.getPublic());
        try {
            JcaX509ExtensionUtils utilities = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            utilities.createSubjectKeyIdentifier(pair.getPublic()));
            return new KeyFile(pair.getPrivate(), List.of(sign(builder, pair.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("the new authority's key cannot sign: " + e.getMessage(), e);
        }
    }

    /** Its own, which everybody may have. */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Vouches for a key.
     *
     * @param key whose private half the subject has: see {@link SigningRequest}
     * @return the certificate, and the authority's own behind it
     * @throws RefusedException when it would last too long
     */
    public List<X509Certificate> issue(Subject subject, PublicKey key, Purpose purpose, Duration life, Instant now)
            throws RefusedException {
        if (life.isNegative() || life.isZero() || life.compareTo(purpose.longest()) > 0) {
            throw new RefusedException("a certificate of this kind lasts at most "
                    + purpose.longest().toDays() + " days, and " + life + " was asked for");
        }
        Instant end = now.plus(life);
        if (end.isAfter(certificate.getNotAfter().toInstant())) {
            throw new RefusedException("the authority's own certificate ends before, on "
                    + certificate.getNotAfter().toInstant() + ": make a new authority, or ask for less");
        }
        // Read octet for octet: the two ends of a chain must be the same name.
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                serial(random),
                Date.from(now.minus(BACKDATED)),
                Date.from(end),
                subject.distinguishedName(),
                key);
        try {
            extend(builder, subject, key, purpose);
            return List.of(sign(builder, this.key), certificate);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new RefusedException(
                    "the authority's key cannot sign: " + e.getMessage() + "; is its token there and unlocked?", e);
        }
    }

    /**
     * Checks that this authority has vouched for a certificate, and that it can be used.
     *
     * @throws RefusedException when it is another's, has ended, or has not begun
     */
    public void check(X509Certificate issued, Instant now) throws RefusedException {
        Instant end = issued.getNotAfter().toInstant();
        if (!now.isBefore(end)) {
            throw new RefusedException("the certificate has ended on " + end);
        }
        try {
            PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(certificate, null)));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now));
            var unused = CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(issued)), rules);
        } catch (GeneralSecurityException e) {
            throw new RefusedException(
                    "the certificate is not one of this authority that can be used: " + e.getMessage(), e);
        }
    }

    /** When a certificate of this authority was made. */
    public static Instant issuedAt(X509Certificate issued) {
        return issued.getNotBefore().toInstant().plus(BACKDATED);
    }

    /** How long a certificate of this authority was asked to last. */
    public static Duration life(X509Certificate issued) {
        Duration whole = Duration.between(
                issued.getNotBefore().toInstant(), issued.getNotAfter().toInstant());
        return whole.minus(BACKDATED);
    }

    private void extend(JcaX509v3CertificateBuilder builder, Subject subject, PublicKey key, Purpose purpose)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils utilities = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.uses()))
                .addExtension(Extension.subjectKeyIdentifier, false, utilities.createSubjectKeyIdentifier(key))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        utilities.createAuthorityKeyIdentifier(certificate.getPublicKey()));
        if (purpose == Purpose.BOX || purpose == Purpose.SERVICE) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(alternative(subject.name())));
        }
    }

    private static GeneralName alternative(String name) {
        return ADDRESS.matcher(name).matches()
                ? new GeneralName(GeneralName.iPAddress, name)
                : new GeneralName(GeneralName.dNSName, name);
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(Keys.signature(key)).build(key)));
    }

    private static BigInteger serial(RandomGenerator random) {
        byte[] octets = new byte[SERIAL_BITS / Byte.SIZE + 1];
        random.nextBytes(octets);
        octets[0] &= 0x7f;
        octets[0] |= 0x40;
        return new BigInteger(1, octets);
    }
}
