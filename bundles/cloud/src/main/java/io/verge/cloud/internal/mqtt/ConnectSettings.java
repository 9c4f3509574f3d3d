package io.verge.cloud.internal.mqtt;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to connect.
 *
 * @param broker which one
 * @param client the client id
 * @param user null when the broker wants none
 * @param password null when the broker wants none
 * @param keepAlive greater than zero, whole seconds
 * @param sessionExpiry how long the broker keeps the session after it ended
 * @param receiveMaximum messages at quality 1 that may come unacknowledged; 1 to 65535
 * @param maximumPacket octets of the greatest packet that may come
 * @param will what the broker publishes when the connection ends without good-bye; null for nothing
 * @param willDelay how long it waits before
 * @param deadline for the socket and TLS; the owner watches the whole
 * @param tls null for a connection in the clear
 * @param certificateTime against which certificates are judged; null for the system's clock
 */
public record ConnectSettings(
        Broker broker,
        String client,
        @Nullable String user,
        @Nullable String password,
        Duration keepAlive,
        Duration sessionExpiry,
        int receiveMaximum,
        long maximumPacket,
        @Nullable Outbound will,
        Duration willDelay,
        Duration deadline,
        @Nullable TlsSettings tls,
        @Nullable Instant certificateTime) {

    /** What is written down anywhere must not hold the password. */
    @Override
    public String toString() {
        return client + " at " + broker;
    }
}
