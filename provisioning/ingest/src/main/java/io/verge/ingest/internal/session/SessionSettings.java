package io.verge.ingest.internal.session;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to connect.
 *
 * @param broker {@code mqtt://host:port} or {@code mqtts://host:port}
 * @param tenant whose records are wanted
 * @param consumer as boxes know it; several instances of one share the load
 * @param instance tells the instances of one consumer apart; it is part of the client id
 * @param user null when the broker wants none
 * @param passwordFile its first line is the password; null when the broker wants none
 * @param identity PKCS#12 with key and certificate; null when the broker wants none
 * @param identityPasswordFile its first line is the password of that file and of the trust file; null for an empty one
 * @param trust PKCS#12 or PEM of the certificates that are trusted; null for those of the Java runtime
 * @param sessionExpiry how long the broker keeps what comes while this instance is away
 * @param receiveMaximum messages that may come unacknowledged; 1 to 65535
 * @param deadline for connecting, subscribing, publishing
 */
public record SessionSettings(
        String broker,
        String tenant,
        String consumer,
        String instance,
        @Nullable String user,
        @Nullable Path passwordFile,
        @Nullable Path identity,
        @Nullable Path identityPasswordFile,
        @Nullable Path trust,
        Duration sessionExpiry,
        int receiveMaximum,
        Duration deadline) {
    private static final int RECEIVE_MAXIMUM = 512;

    /** In the clear, without a password. */
    public static SessionSettings plain(String broker, String tenant, String consumer, String instance) {
        return new SessionSettings(
                broker,
                tenant,
                consumer,
                instance,
                null,
                null,
                null,
                null,
                null,
                Duration.ofHours(1),
                RECEIVE_MAXIMUM,
                Duration.ofSeconds(10));
    }

    String client() {
        return "verge-" + consumer + "-" + tenant + "-" + instance;
    }

    /** The consumers of one name share these. */
    String records() {
        return "$share/verge-" + consumer + "/verge/v1/" + tenant + "/+/record/#";
    }

    /** Each instance gets all of these: what is retained is not shared. */
    String online() {
        return "verge/v1/" + tenant + "/+/online";
    }

    String state() {
        return "verge/v1/" + tenant + "/$state/" + consumer;
    }
}
