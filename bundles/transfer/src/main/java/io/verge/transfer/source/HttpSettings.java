package io.verge.transfer.source;

import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How servers are spoken to.
 *
 * @param connect how long to wait for a connection
 * @param read how long to wait for the next octets
 * @param redirects that are followed one after the other at most
 * @param tls for {@code https}: whom the box trusts, and its own certificate where the server wants one; null for Java's own
 * @param credentials null for none
 */
public record HttpSettings(
        Duration connect,
        Duration read,
        int redirects,
        @Nullable SSLSocketFactory tls,
        @Nullable Credentials credentials) {
    /** 30 s each, five redirects. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(Duration.ofSeconds(30), Duration.ofSeconds(30), 5, null, null);

    /**
     * What a server knows the box by. It is shown to that server alone, wherever redirects and links lead.
     *
     * @param server of which scheme, host and port count
     * @param authorization the header's value, such as {@code TargetToken …}
     */
    public record Credentials(URI server, String authorization) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "credentials for " + server;
        }
    }

    public HttpSettings {
        if (!isTimeout(connect) || !isTimeout(read) || redirects < 0) {
            throw new IllegalArgumentException("timeouts of " + connect + " and " + read + ": from 1 ms to a day");
        }
    }

    public HttpSettings with(SSLSocketFactory other) {
        return new HttpSettings(connect, read, redirects, other, credentials);
    }

    public HttpSettings with(Credentials other) {
        return new HttpSettings(connect, read, redirects, tls, other);
    }

    private static boolean isTimeout(Duration timeout) {
        return timeout.toMillis() > 0 && timeout.compareTo(Duration.ofDays(1)) <= 0;
    }
}
