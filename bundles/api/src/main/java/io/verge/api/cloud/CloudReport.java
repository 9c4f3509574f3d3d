package io.verge.api.cloud;

import io.verge.api.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the session with the cloud is.
 *
 * @param status OK while a session stands and who consumes is there; DEGRADED or FAILED with the cause and a remedy else
 * @param broker to which it goes, without secrets
 * @param client the MQTT client id
 * @param phase of the session in lower case, such as {@code online}
 * @param connection counts connections since the box was made; the will of an older one is void
 * @param connected since when the session stands; null when none does
 * @param nextAttempt when it is tried again; null when that is not waited for
 * @param roundTrip of the last confirmed publication; null before the first
 * @param consumers by name, whether it says that it is there
 * @param counters since the start, by name: {@code sessions}, {@code failures}, {@code published}, {@code confirmed}, {@code records},
 *     {@code octetsOut}, {@code octetsIn}, …
 * @param last how the last connection ended, and when; null when none has
 * @param identity the certificate that the box shows; null when it has none, or it cannot be read
 */
public record CloudReport(
        Status status,
        String broker,
        String client,
        String phase,
        long connection,
        @Nullable Instant connected,
        @Nullable Instant nextAttempt,
        @Nullable Duration roundTrip,
        Map<String, Boolean> consumers,
        Map<String, Long> counters,
        @Nullable Status last,
        @Nullable IdentityReport identity) {
    public CloudReport {
        consumers = Map.copyOf(consumers);
        counters = Map.copyOf(counters);
    }

    /** The same with another status and a certificate. */
    public CloudReport with(Status other, @Nullable IdentityReport shown) {
        return new CloudReport(
                other,
                broker,
                client,
                phase,
                connection,
                connected,
                nextAttempt,
                roundTrip,
                consumers,
                counters,
                last,
                shown);
    }
}
