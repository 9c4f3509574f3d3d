package io.verge.cloud.internal.session;

import io.verge.cloud.internal.mqtt.Outbound;
import java.util.function.IntConsumer;

/**
 * Takes to the broker what is less urgent than what the {@link Publisher} takes. A service within this bundle; any thread, returns at
 * once. Outcomes are told once, by the uplink's thread: the reason of PUBACK (MQTT 5, 3.4.2.1), or −1 when the message has not gone or
 * the session ended before anybody knew.
 */
public interface Carrier {
    /**
     * Queues what can wait: sent after records, one at a time, out of the share of the uplink for what has waited.
     *
     * @return false when there is no session or too many wait: it is then not sent, and no outcome is told
     */
    boolean later(Outbound message, IntConsumer outcome);

    /**
     * Sends what is worth nothing later, unless others wait for the link.
     *
     * @return false when there is no session or too many wait: it is then not sent, and no outcome is told
     */
    boolean now(Outbound message, IntConsumer outcome);

    /** Octets that one message should have on this link. */
    int size();
}
