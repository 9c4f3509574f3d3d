package io.verge.cloud.internal.session;

import io.verge.cloud.internal.mqtt.Outbound;

/** Publishes while there is a session. A service within this bundle; any thread, returns at once. */
public interface Publisher {
    /**
     * Queues a message on the uplink, before records.
     *
     * @param confirmed called by the uplink's thread when the broker has it; not when the session ends before
     * @return false when there is no session or 256 messages wait: it is then not sent
     */
    boolean publish(Outbound message, Runnable confirmed);

    /** The same, for those who do not ask whether it arrived. */
    default boolean publish(Outbound message) {
        return publish(message, () -> {});
    }
}
