package io.verge.cloud.internal.keys;

import io.verge.api.disk.Disk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private key with the certificates that belong to it. It prints without its key.
 *
 * @param key never shown to anybody
 * @param chain the key's own first, then those that vouch for it; at least one
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    /** Octets of a file with keys or a password, at most. */
    public static final int LARGEST = 100_000;

    private static final String ALIAS = "key";

    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key in PKCS#12 needs a certificate");
        }
    }

    /** The key's own. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Whom it speaks of. */
    public Subject subject() {
        return Subject.of(certificate());
    }

    /**
     * Reads a file.
     *
     * @param passwordFile its password stands there in one line; null for an empty one
     * @throws IOException when it does not open; names it, and no secret
     */
    public static Identity read(Disk disk, Path file, @Nullable Path passwordFile) throws IOException {
        return read(file, disk.read(file, LARGEST), password(disk, passwordFile));
    }

    /** The same, of what was read from a file. */
    public static Identity read(Path file, byte[] content, char[] password) throws IOException {
        try {
            return read(content, password);
        } catch (IOException e) {
            throw new IOException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * The password in a file.
     *
     * @param file one line; null for an empty password
     */
    public static char[] password(Disk disk, @Nullable Path file) throws IOException {
        return file == null
                ? new char[0]
                : new String(disk.read(file, LARGEST), StandardCharsets.UTF_8)
                        .strip()
                        .toCharArray();
    }

    /**
     * Reads PKCS#12.
     *
     * @throws IOException when it does not open, or there is no key in it; names no secret
     */
    private static Identity read(byte[] content, char[] password) throws IOException {
        try {
            KeyStore store = KeyStores.pkcs12(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey own) {
                    return new Identity(own, KeyStores.x509(List.of(store.getCertificateChain(alias))));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("it does not open: " + e.getMessage(), e);
        }
        throw new IOException("there is no private key in it");
    }

    /** As PKCS#12. */
    public byte[] write(char[] password) {
        try {
            KeyStore store = KeyStores.empty();
            store.setKeyEntry(ALIAS, key, password, chain.toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform writes PKCS#12: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "the identity " + certificate().getSubjectX500Principal();
    }
}
