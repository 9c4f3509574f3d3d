package io.verge.cloud.internal.mqtt;

import io.verge.api.disk.LocalDisk;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.KeyStores;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS 1.3 with the certificate of the box. */
final class Tls {
    private static final String[] VERSIONS = {"TLSv1.3"};

    private Tls() {}

    /**
     * TLS over an open socket; the handshake is yet to come.
     *
     * @param time against which the broker's certificates are judged; null for the system's clock
     */
    static SSLSocket over(Socket socket, Broker broker, TlsSettings settings, @Nullable Instant time)
            throws IOException {
        try {
            SSLContext context = SSLContext.getInstance(VERSIONS[0]);
            KeyManagerFactory keys = keys(settings);
            context.init(
                    keys == null ? null : keys.getKeyManagers(),
                    trust(settings, time).getTrustManagers(),
                    null);
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, broker.host(), broker.port(), true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setProtocols(VERSIONS);
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            return secured;
        } catch (GeneralSecurityException e) {
            throw new SSLException("keys or trust cannot be used: " + e.getMessage(), e);
        }
    }

    private static @Nullable KeyManagerFactory keys(TlsSettings settings) throws IOException, GeneralSecurityException {
        Path file = settings.identity();
        if (file == null) {
            return null;
        }
        char[] password = password(settings);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(file, password), password);
        return factory;
    }

    private static TrustManagerFactory trust(TlsSettings settings, @Nullable Instant time)
            throws IOException, GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        Path file = settings.trust();
        if (file == null) {
            factory.init((KeyStore) null);
            return factory;
        }
        PKIXBuilderParameters rules = new PKIXBuilderParameters(trusted(file, settings), new X509CertSelector());
        // Boxes are offline for weeks, and a list that cannot be fetched must not keep them so.
        rules.setRevocationEnabled(false);
        if (time != null) {
            rules.setDate(Date.from(time));
        }
        factory.init(new CertPathTrustManagerParameters(rules));
        return factory;
    }

    private static KeyStore trusted(Path file, TlsSettings settings) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return KeyStores.trusted(file, in, password(settings));
        }
    }

    private static KeyStore store(Path file, char[] password) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return KeyStores.pkcs12(in, password);
        }
    }

    private static char[] password(TlsSettings settings) throws IOException {
        return Identity.password(new LocalDisk(), settings.identityPassword());
    }
}
