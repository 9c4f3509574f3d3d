package io.verge.mqtt;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker is, and how it knows who comes. Secrets are read at each connection, so that renewed ones are used with the next.
 *
 * @param broker {@code mqtt://host:port}, or {@code mqtts://host:port} for TLS 1.3
 * @param user null when the broker wants none
 * @param passwordFile its first line is the password; null when the broker wants none
 * @param identity PKCS#12 with key and certificate; null when the broker wants none
 * @param identityPasswordFile its first line is the password of that file and of the trust file; null for an empty one
 * @param trust PKCS#12 or PEM of the certificates that are trusted; null for those of the Java runtime
 * @param deadline for connecting, subscribing, publishing
 */
public record BrokerAccess(
        String broker,
        @Nullable String user,
        @Nullable Path passwordFile,
        @Nullable Path identity,
        @Nullable Path identityPasswordFile,
        @Nullable Path trust,
        Duration deadline) {
    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** In the clear, without a password. */
    public static BrokerAccess plain(String broker) {
        return new BrokerAccess(broker, null, null, null, null, null, DEADLINE);
    }

    TlsFiles tls() {
        return new TlsFiles(identity, identityPasswordFile, trust);
    }

    boolean isSecure() {
        return broker.startsWith("mqtts:");
    }

    /**
     * Where, as the client wants it.
     *
     * @throws IllegalArgumentException when it is no address of a broker; says what was expected
     */
    String address() {
        URI uri = URI.create(broker);
        boolean secure = "mqtts".equals(uri.getScheme());
        if (uri.getHost() == null || (!secure && !"mqtt".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "mqtt://HOST:PORT or mqtts://HOST:PORT was expected, '" + broker + "' was found");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 8883 : 1883;
        return (secure ? "ssl://" : "tcp://") + uri.getHost() + ":" + port;
    }
}
