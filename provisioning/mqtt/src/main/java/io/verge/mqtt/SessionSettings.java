package io.verge.mqtt;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session is for.
 *
 * @param client its id; a second session of the same id ends the first
 * @param filters of the topics that are wanted, at quality 1
 * @param expiry how long the broker keeps what comes while nobody is connected; zero for a new session each time
 * @param receiveMaximum messages that may come unacknowledged; 1 to 65535
 * @param will published by the broker when the connection ends without a good-bye; null for none
 */
public record SessionSettings(
        BrokerAccess access,
        String client,
        List<String> filters,
        Duration expiry,
        int receiveMaximum,
        @Nullable Outgoing will) {
    public SessionSettings {
        filters = List.copyOf(filters);
    }
}
