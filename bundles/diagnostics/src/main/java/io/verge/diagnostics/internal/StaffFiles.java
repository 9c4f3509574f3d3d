package io.verge.diagnostics.internal;

import io.verge.api.disk.Disk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the box's certificate is, and whom it trusts.
 *
 * @param identity PKCS#12 with key and certificate of the box
 * @param password file with its password, one line; null for an empty one
 * @param trust PKCS#12 or PEM with the certificate of the operator's authority
 * @param refused file with a serial number a line, in hexadecimal, of certificates that do not count; null for none
 */
record StaffFiles(Path identity, @Nullable Path password, Path trust, @Nullable Path refused) {
    private static final int LARGEST = 100_000;
    private static final String FILE = "file:";

    /** Of a configuration; empty when there is no {@code identity}. */
    static Optional<StaffFiles> of(DiagnosticsConfig config) {
        if (config.identity().isEmpty()) {
            return Optional.empty();
        }
        if (config.trust().isEmpty()) {
            throw new IllegalArgumentException("trust: the file with the authority's certificate was expected");
        }
        if (!config.identityPassword().isEmpty() && !config.identityPassword().startsWith(FILE)) {
            throw new IllegalArgumentException(
                    "identityPassword: file:PATH was expected; a secret does not stand in a profile");
        }
        return Optional.of(new StaffFiles(
                path(config.identity()),
                config.identityPassword().isEmpty() ? null : path(config.identityPassword()),
                path(config.trust()),
                config.refused().isEmpty() ? null : path(config.refused())));
    }

    private static Path path(String text) {
        return Path.of(text.startsWith(FILE) ? text.substring(FILE.length()) : text);
    }

    /** Key, certificates and trust, as they stand there. */
    record Content(
            PrivateKey key, List<X509Certificate> chain, List<X509Certificate> trusted, Set<BigInteger> refused) {
        X509Certificate own() {
            return chain.get(0);
        }

        @Override
        public String toString() {
            return "the identity " + own().getSubjectX500Principal();
        }
    }

    /** @throws IOException when a file cannot be read or is wrong; names it, and no secret */
    Content read(Disk disk) throws IOException {
        char[] secret = password == null
                ? new char[0]
                : new String(disk.read(password, LARGEST), StandardCharsets.UTF_8)
                        .strip()
                        .toCharArray();
        try {
            KeyStore store = store(disk, identity, secret);
            String alias = Collections.list(store.aliases()).stream()
                    .filter(one -> isKey(store, one))
                    .findFirst()
                    .orElseThrow(() -> new IOException(identity + " has no key"));
            if (!(store.getKey(alias, secret) instanceof PrivateKey key)) {
                throw new IOException(identity + " has no private key");
            }
            List<X509Certificate> chain = x509(Arrays.asList(store.getCertificateChain(alias)));
            List<X509Certificate> trusted = trusted(disk, secret);
            if (chain.isEmpty() || trusted.isEmpty()) {
                throw new IOException((chain.isEmpty() ? identity : trust) + " has no certificate");
            }
            return new Content(key, chain, trusted, refused(disk));
        } catch (GeneralSecurityException e) {
            throw new IOException(identity + " or " + trust + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private List<X509Certificate> trusted(Disk disk, char[] secret) throws IOException, GeneralSecurityException {
        byte[] content = disk.read(trust, LARGEST);
        String name = trust.toString();
        if (name.endsWith(".pem") || name.endsWith(".crt")) {
            return x509(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content)));
        }
        KeyStore store = store(disk, trust, secret);
        List<Certificate> all = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            all.add(store.getCertificate(alias));
        }
        return x509(all);
    }

    private static KeyStore store(Disk disk, Path file, char[] secret) throws IOException, GeneralSecurityException {
        byte[] content = disk.read(file, LARGEST);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(content), secret);
        } catch (IOException e) {
            throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
        }
        return store;
    }

    private static List<X509Certificate> x509(Iterable<? extends Certificate> certificates) {
        List<X509Certificate> all = new ArrayList<>();
        for (Certificate certificate : certificates) {
            if (certificate instanceof X509Certificate one) {
                all.add(one);
            }
        }
        return all;
    }

    private Set<BigInteger> refused(Disk disk) throws IOException {
        Set<BigInteger> serials = new HashSet<>();
        if (refused != null) {
            for (String line : new String(disk.read(refused, LARGEST), StandardCharsets.UTF_8).split("\n", -1)) {
                String serial = line.strip().replace(":", "");
                if (!serial.isEmpty() && !serial.startsWith("#")) {
                    serials.add(serial(serial));
                }
            }
        }
        return serials;
    }

    private BigInteger serial(String text) throws IOException {
        try {
            return new BigInteger(text, 16);
        } catch (NumberFormatException e) {
            throw new IOException(refused + ": a serial number in hexadecimal a line was expected: " + text, e);
        }
    }
}
