package io.verge.diagnostics.internal;

import io.verge.api.disk.Disk;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People who come with a certificate that the operator's authority has made for hours or days, so that a box that is offline can let
 * them in and need not be told when they leave. It is valid for the box's own tenant alone. Any thread.
 */
final class Staff {
    private static final Logger LOG = LoggerFactory.getLogger(Staff.class);
    /** The certificate of a box lives for a year: it must not be taken for a person's, whatever stands in it. */
    private static final Duration LONGEST = Duration.ofDays(8);

    private static final String CLIENT = "1.3.6.1.5.5.7.3.2"; // id-kp-clientAuth, RFC 5280 §4.2.1.12
    private static final int DIGITAL_SIGNATURE = 0; // bit of the key usage, RFC 5280 §4.2.1.3

    private final StaffFiles files;
    private final Disk disk;
    private final SureTime time;
    private volatile StaffFiles.Content content;
    /** Whether the files could be read when they were last looked at; else nobody new is let in. */
    private volatile boolean readable = true;

    private Staff(StaffFiles files, Disk disk, SureTime time, StaffFiles.Content content) {
        this.files = files;
        this.disk = disk;
        this.time = time;
        this.content = content;
    }

    /** @throws IOException when a file cannot be read or is wrong */
    static Staff load(StaffFiles files, Disk disk, SureTime time) throws IOException {
        StaffFiles.Content content = files.read(disk);
        time.atLeast(content.own().getNotBefore().toInstant());
        return new Staff(files, disk, time, content);
    }

    StaffFiles.Content content() {
        return content;
    }

    /** Reads the files again: the box has renewed its certificate, or another one is refused. */
    void refresh() {
        time.keep();
        try {
            content = files.read(disk);
            readable = true;
        } catch (IOException e) {
            if (readable) {
                LOG.error("nobody comes in with a certificate until this is right: {}", Reason.of(e));
            }
            readable = false;
        }
    }

    /**
     * Verifies what somebody shows.
     *
     * @param shown null for nothing
     * @throws CertificateException says why it is not good
     */
    void verify(@Nullable CertPath shown) throws CertificateException {
        List<? extends Certificate> certificates = shown == null ? List.of() : shown.getCertificates();
        if (certificates.isEmpty() || !(certificates.get(0) instanceof X509Certificate person)) {
            throw new CertificateException("there is no certificate");
        }
        check(person);
        StaffFiles.Content now = content;
        Set<TrustAnchor> anchors = new HashSet<>();
        now.trusted().forEach(one -> anchors.add(new TrustAnchor(one, null)));
        try {
            PKIXParameters rules = new PKIXParameters(anchors);
            // A box is offline: a short life stands for revocation, and a file of serial numbers.
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(judged(person)));
            CertPath path = CertificateFactory.getInstance("X.509")
                    .generateCertPath(certificates.stream()
                            .filter(one -> !(one instanceof X509Certificate x509
                                    && now.trusted().contains(x509)))
                            .toList());
            CertPathValidator.getInstance("PKIX").validate(path, rules);
        } catch (GeneralSecurityException e) {
            throw new CertificateException("it is not one of this operator's: " + e.getMessage(), e);
        }
    }

    /** While the clock is unsure, a certificate that seems to begin in the future has begun. */
    private Instant judged(X509Certificate person) {
        Instant now = time.now();
        Instant begins = person.getNotBefore().toInstant();
        return !time.sure() && begins.isAfter(now) ? begins : now;
    }

    /** Who came with a certificate that was verified, as long as it is valid. */
    Optional<Peer> peer(Certificate verified) {
        try {
            return verified instanceof X509Certificate person ? Optional.of(check(person)) : Optional.empty();
        } catch (CertificateException e) {
            LOG.debug("a certificate is not valid any more: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** What can be told from the certificate of a person itself. */
    private Peer check(X509Certificate person) throws CertificateException {
        StaffFiles.Content now = content;
        if (!readable) {
            throw new CertificateException("the box cannot read whom it trusts");
        }
        Instant ends = person.getNotAfter().toInstant();
        if (!ends.isAfter(time.now())) {
            throw new CertificateException("it has ended at " + ends);
        }
        if (Duration.between(person.getNotBefore().toInstant(), ends).compareTo(LONGEST) > 0) {
            throw new CertificateException("it lives longer than " + LONGEST.toDays() + " days");
        }
        boolean[] usage = person.getKeyUsage();
        List<String> uses = person.getExtendedKeyUsage();
        if (usage == null || !usage[DIGITAL_SIGNATURE] || uses == null || !uses.contains(CLIENT)) {
            throw new CertificateException("it is not for authentication as a client");
        }
        if (now.refused().contains(person.getSerialNumber())) {
            throw new CertificateException("its serial number is refused");
        }
        try {
            Subject subject = Subject.of(person);
            if (!subject.tenant().equals(Subject.of(now.own()).tenant())) {
                throw new CertificateException("it is for another tenant");
            }
            return new Peer(subject.name() + "#" + serial(person), true, Rights.parse(subject.role()));
        } catch (IllegalArgumentException e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }

    private static String serial(X509Certificate person) {
        BigInteger serial = person.getSerialNumber();
        return serial.toString(16);
    }
}
