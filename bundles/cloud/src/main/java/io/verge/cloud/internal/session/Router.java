package io.verge.cloud.internal.session;

import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import java.util.List;
import java.util.Map;

/**
 * Who takes what comes from the broker. A service within this bundle. Called by the uplink's thread: does no more than hand it to
 * a thread of its own.
 */
public interface Router {
    /** What it wants to hear of; nothing when it only speaks. Asked at the begin of each session. */
    List<String> filters(Topics topics);

    /** Whether a session in which the broker does not let the box hear of it is worth nothing. */
    default boolean needed() {
        return true;
    }

    /** Whether it serves a box that has no name yet, too; all others hear of no session then. */
    default boolean claims() {
        return false;
    }

    /** A message on one of all filters, also those of others: it is passed over when it is not for this router. */
    default void route(Inbound message) {}

    /**
     * A session has begun and the subscriptions stand.
     *
     * @param topics of this box
     * @param resumed whether the broker had kept the session; if not, those who listened may have missed something
     */
    default void began(Topics topics, boolean resumed) {}

    /** The session is over. */
    default void ended() {}

    /** Adds its figures since the start. Any thread, returns at once. */
    default void count(Map<String, Long> counters) {}
}
