package io.verge.ingest.internal.session;

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

/** TLS 1.3 with the key, certificate and trust of the settings. */
final class Tls {
    private Tls() {}

    static SSLSocketFactory sockets(SessionSettings settings) throws IOException {
        char[] password = ConnectOptions.line(settings.identityPasswordFile()).toCharArray();
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys(settings.identity(), password), trusted(settings.trust(), password), null);
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
