package io.verge.authority.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A private key in a PKCS#12 file, with the certificates that belong to it: the key's own first, then those that vouch for it.
 *
 * @param key the only one of its file
 * @param chain at least one
 */
public record KeyFile(PrivateKey key, List<X509Certificate> chain) {
    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "key";

    public KeyFile {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key in PKCS#12 needs a certificate");
        }
    }

    /** A key that nobody has vouched for yet: PKCS#12 in Java wants a certificate, so it gets one that says nothing. */
    public static KeyFile bare(KeyPair pair, String name, Instant now) {
        return new KeyFile(pair.getPrivate(), List.of(SelfSigned.bare(pair, name, now)));
    }

    /** The key's own. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * Reads a file.
     *
     * @throws IOException when there is none, the password is another, or there is no key in it
     */
    public static KeyFile read(Path file, char[] password) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("there is no key file " + file);
        }
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password);
                if (key instanceof PrivateKey own) {
                    return new KeyFile(own, certificates(store.getCertificateChain(alias)));
                }
            }
            throw new IOException("there is no private key in " + file);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
        } catch (IOException e) {
            // Java says "keystore password was incorrect", and for files that are none something about DER.
            throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static List<X509Certificate> certificates(Certificate[] chain) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate one : chain) {
            if (one instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    /** Writes a file that is not there yet. */
    public void create(Path file, char[] password) throws IOException {
        SecretFile.create(file, octets(password));
    }

    /** Writes a file in the place of what is there. */
    public void replace(Path file, char[] password) throws IOException {
        SecretFile.replace(file, octets(password));
    }

    private byte[] octets(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password, chain.toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform writes PKCS#12: " + e.getMessage(), e);
        }
    }
}
