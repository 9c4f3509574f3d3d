package io.verge.authority;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Reads identities as the agent does: PKCS#12 with the password of a file, and PEM. */
final class Certificates {
    private Certificates() {}

    static KeyStore store(Path file, Path password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, Files.readString(password).strip().toCharArray());
        }
        return store;
    }

    static X509Certificate own(Path home) throws IOException, GeneralSecurityException {
        KeyStore store = store(home.resolve("identity/identity.p12"), home.resolve("identity/identity.password"));
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    static X509Certificate pem(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** By RFC 5280, without lists of what was revoked. */
    static void validate(X509Certificate own, X509Certificate authority, Instant now) throws GeneralSecurityException {
        PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        rules.setRevocationEnabled(false);
        rules.setDate(Date.from(now));
        List<Certificate> path = List.of(own);
        var unused = CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), rules);
    }
}
