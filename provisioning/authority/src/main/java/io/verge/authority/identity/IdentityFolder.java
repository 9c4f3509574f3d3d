package io.verge.authority.identity;

import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Password;
import io.verge.authority.keys.Pem;
import io.verge.authority.keys.SecretFile;
import io.verge.authority.refusal.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The identity of a box, in a folder on it that nobody else may look into: {@code identity.p12} (key and certificate),
 * {@code identity.password} (of it), {@code identity.pem} (certificate alone). While a certificate is asked for, the new key waits in
 * {@code next.p12} beside what is in use, and {@code identity.csr} is what the authority needs.
 *
 * <pre>
 *  nothing ──request──▶ next.p12, identity.csr ──install──▶ identity.p12, identity.pem ──request──▶ both ──install──▶ …
 * </pre>
 */
public final class IdentityFolder {
    private static final String TEXT = "identity.pem";

    private final Path folder;

    /** @param folder made when needed */
    public IdentityFolder(Path folder) {
        this.folder = folder;
    }

    /** PKCS#12: for {@code cloud.identity} of the profile. */
    public Path keys() {
        return folder.resolve("identity.p12");
    }

    /** For {@code cloud.identityPassword} of the profile. */
    public Path password() {
        return folder.resolve("identity.password");
    }

    /** What the authority needs. */
    public Path request() {
        return folder.resolve("identity.csr");
    }

    private Path next() {
        return folder.resolve("next.p12");
    }

    /** The certificate in use; empty when there is none yet. */
    public Optional<X509Certificate> certificate() throws IOException {
        return Files.exists(keys())
                ? Optional.of(KeyFile.read(keys(), Password.read(password())).certificate())
                : Optional.empty();
    }

    /**
     * Makes a new key, which stays here, and the request for its certificate. A request that was not answered yet is made anew.
     *
     * @return the new key's label
     */
    public Label request(Subject subject, Instant now, RandomGenerator random) throws IOException {
        SecretFile.folder(folder);
        if (!Files.exists(password())) {
            Password.write(password(), Password.generate(random));
        }
        KeyPair pair = Keys.p256();
        KeyFile.bare(pair, subject.name(), now).replace(next(), Password.read(password()));
        SecretFile.replace(request(), SigningRequest.write(subject, pair).getBytes(StandardCharsets.UTF_8));
        return Label.of(subject.name(), pair.getPublic());
    }

    /**
     * Joins the certificate with its key, in the place of what was in use.
     *
     * @param pem the certificate, and the authority's behind it
     * @throws RefusedException when it is not for the key that waits here, or its parts do not belong together
     */
    public X509Certificate install(byte[] pem, Instant now) throws IOException, RefusedException {
        if (!Files.exists(next())) {
            throw new RefusedException("no key waits for a certificate in " + folder + ": run 'request' first");
        }
        char[] password = Password.read(password());
        KeyFile waiting = KeyFile.read(next(), password);
        List<X509Certificate> chain = chain(pem);
        X509Certificate own = chain.get(0);
        if (!own.getPublicKey().equals(waiting.certificate().getPublicKey())) {
            throw new RefusedException("the certificate of " + Subject.commonName(own.getSubjectX500Principal())
                    + " is for another key than the one in " + folder
                    + ": was the request made anew since? Let the authority sign " + request());
        }
        check(chain, now);
        new KeyFile(waiting.key(), chain).replace(keys(), password);
        SecretFile.replace(folder.resolve(TEXT), Pem.certificates(chain).getBytes(StandardCharsets.UTF_8));
        Files.deleteIfExists(next());
        Files.deleteIfExists(request());
        return own;
    }

    private static void check(List<X509Certificate> chain, Instant now) throws RefusedException {
        X509Certificate own = chain.get(0);
        if (chain.size() < 2) {
            throw new RefusedException(
                    "the authority's certificate does not follow the box's: transfer the whole file");
        }
        try {
            own.verify(chain.get(1).getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new RefusedException(
                    "the certificate was not signed by the authority whose certificate follows it", e);
        }
        if (Renewal.of(own).at(now) == Renewal.State.EXPIRED) {
            throw new RefusedException("the certificate expired on "
                    + own.getNotAfter().toInstant() + ": ask for another, or check the clock, which says " + now);
        }
    }

    /** At least one. */
    private static List<X509Certificate> chain(byte[] pem) throws RefusedException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                if (one instanceof X509Certificate certificate) {
                    chain.add(certificate);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new RefusedException("the file of certificates cannot be read: " + e.getMessage(), e);
        }
        if (chain.isEmpty()) {
            throw new RefusedException("there is no certificate in the file: BEGIN CERTIFICATE is expected");
        }
        return chain;
    }
}
