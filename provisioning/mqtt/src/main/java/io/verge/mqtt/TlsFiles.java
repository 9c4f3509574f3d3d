package io.verge.mqtt;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Key, certificate and trust as files of the operator. They are read at each connection, so that renewed ones are used with the next.
 *
 * @param identity PKCS#12 with key and certificate; null when the server wants none
 * @param passwordFile its first line is the password of that file and of the trust file; null for an empty one
 * @param trust PKCS#12 or PEM of the certificates that are trusted; null for those of the Java runtime
 */
public record TlsFiles(@Nullable Path identity, @Nullable Path passwordFile, @Nullable Path trust) {
    /**
     * Sockets of TLS 1.3 with them.
     *
     * @throws IOException when a file cannot be read or used
     */
    public SSLSocketFactory sockets() throws IOException {
        char[] password = ConnectOptions.line(passwordFile).toCharArray();
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys(identity, password), trusted(trust, password), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("keys and trust cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyManager @Nullable [] keys(@Nullable Path file, char[] password)
            throws GeneralSecurityException, IOException {
        if (file == null) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStore.getInstance(file.toFile(), password), password);
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trusted(@Nullable Path file, char[] password)
            throws GeneralSecurityException, IOException {
        if (file == null) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(file.toString().endsWith(".pem") ? pem(file) : KeyStore.getInstance(file.toFile(), password));
        return factory.getTrustManagers();
    }

    private static KeyStore pem(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
        }
        return store;
    }
}
