package io.verge.cloud.internal.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * An authority, a broker named localhost, and a box; what the broker has is valid in January 2020 alone. Made by {@code
 * src/test/certificates.sh}.
 */
final class Certificates {
    private static final List<String> FILES = List.of("broker.p12", "box.p12", "trust.p12", "ca.pem", "password");

    private final Path folder;

    Certificates(Path folder) throws IOException {
        this.folder = folder;
        for (String file : FILES) {
            try (InputStream in = Certificates.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IOException(file + " is missing");
                }
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    TlsSettings box() {
        return settings(folder.resolve("box.p12"), folder.resolve("trust.p12"));
    }

    TlsSettings nobody() {
        return settings(null, folder.resolve("ca.pem"));
    }

    private TlsSettings settings(@Nullable Path identity, Path trust) {
        return new TlsSettings(identity, folder.resolve("password"), trust);
    }

    /** The broker's door: it wants a certificate of the same authority. */
    SSLServerSocket door() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load("broker.p12"), password());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(load("trust.p12"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        SSLServerSocket socket =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
        socket.setNeedClientAuth(true);
        return socket;
    }

    private KeyStore load(String file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            store.load(in, password());
        }
        return store;
    }

    private char[] password() throws IOException {
        return Files.readString(folder.resolve("password")).strip().toCharArray();
    }
}
