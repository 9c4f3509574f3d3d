package io.verge.authority.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

/**
 * A token with a PKCS#11 library, such as a smart card or an HSM, which signs without giving its keys away. Java knows it by a provider
 * that stays registered until the process ends. For ECDSA only: Java 17 knows no Ed25519 in tokens.
 */
public final class Token {
    private static final String PROVIDER = "SunPKCS11";

    private final Provider provider;
    private final KeyStore store;

    private Token(Provider provider, KeyStore store) {
        this.provider = provider;
        this.store = store;
    }

    /**
     * Opens a token.
     *
     * @param configuration as SunPKCS11 reads it: at least {@code name = …} and {@code library = …}
     * @throws IOException when it is not there, or the PIN is another
     */
    public static Token open(Path configuration, char[] pin) throws IOException {
        if (!Files.isRegularFile(configuration)) {
            throw new NoSuchFileException("there is no configuration of a token: " + configuration);
        }
        try {
            Provider provider = Security.getProvider(PROVIDER).configure(configuration.toString());
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            int unused = Security.addProvider(provider);
            return new Token(provider, store);
        } catch (GeneralSecurityException
                | IOException
                | InvalidParameterException
                | ProviderException
                | UnsupportedOperationException e) {
            throw new IOException(
                    "the token of " + configuration + " cannot be used: " + reason(e)
                            + "; is it plugged in, and is the PIN right?",
                    e);
        }
    }

    /** Java says "load failed", and why one level below. */
    private static String reason(Exception e) {
        Throwable cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : e.getMessage() + " (" + cause.getMessage() + ")";
    }

    /**
     * A key in it, with its certificate.
     *
     * @throws IOException when there is none of this name
     */
    public KeyFile key(String alias) throws IOException {
        try {
            if (store.getKey(alias, null) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new KeyFile(key, List.of(certificate));
            }
            throw new IOException("there is no key " + alias + " with a certificate in the token");
        } catch (GeneralSecurityException e) {
            throw new IOException("the key " + alias + " of the token cannot be used: " + e.getMessage(), e);
        }
    }

    /** Makes a P-256 key in it that lasts once it is {@link #keep kept}. */
    public KeyPair p256() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec(Keys.CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IOException("the token makes no P-256 key: " + e.getMessage(), e);
        }
    }

    /** Keeps a key of {@link #p256} in it, with its certificate. */
    public void keep(String alias, KeyFile key) throws IOException {
        try {
            if (store.containsAlias(alias)) {
                throw new IOException("there is a key " + alias + " in the token already, and it is not overwritten");
            }
            store.setKeyEntry(alias, key.key(), null, key.chain().toArray(Certificate[]::new));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IOException("the token keeps no key: " + e.getMessage(), e);
        }
    }
}
