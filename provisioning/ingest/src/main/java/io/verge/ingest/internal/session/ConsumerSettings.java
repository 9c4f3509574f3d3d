package io.verge.ingest.internal.session;

import io.verge.mqtt.BrokerAccess;
import io.verge.mqtt.Outgoing;
import io.verge.mqtt.SessionSettings;
import java.time.Duration;
import java.util.List;

/**
 * How to connect.
 *
 * @param tenant whose records are wanted
 * @param consumer as boxes know it; several instances of one share the load
 * @param instance tells the instances of one consumer apart; it is part of the client id
 * @param sessionExpiry how long the broker keeps what comes while this instance is away
 * @param receiveMaximum messages that may come unacknowledged; 1 to 65535
 */
public record ConsumerSettings(
        BrokerAccess access,
        String tenant,
        String consumer,
        String instance,
        Duration sessionExpiry,
        int receiveMaximum) {
    private static final int RECEIVE_MAXIMUM = 512;

    /** In the clear, without a password. */
    public static ConsumerSettings plain(String broker, String tenant, String consumer, String instance) {
        return new ConsumerSettings(
                BrokerAccess.plain(broker), tenant, consumer, instance, Duration.ofHours(1), RECEIVE_MAXIMUM);
    }

    /** The session, with a will that tells the boxes when nobody takes what they send. */
    SessionSettings session(Outgoing will) {
        return new SessionSettings(
                access,
                "verge-" + consumer + "-" + tenant + "-" + instance,
                List.of(records(), online(), state()),
                sessionExpiry,
                receiveMaximum,
                will);
    }

    /** The consumers of one name share these. */
    private String records() {
        return "$share/verge-" + consumer + "/verge/v1/" + tenant + "/+/record/#";
    }

    /** Each instance gets all of these: what is retained is not shared. */
    private String online() {
        return "verge/v1/" + tenant + "/+/online";
    }

    String state() {
        return "verge/v1/" + tenant + "/$state/" + consumer;
    }
}
