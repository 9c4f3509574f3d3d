package io.verge.cloud.internal.session;

import io.verge.cloud.internal.mqtt.Broker;
import java.util.Optional;

/** Which broker to go to: the configured one, unless a broker has sent the box elsewhere; but not in circles. One thread. */
final class Target {
    private static final int MOST_REDIRECTS = 3;

    private Broker configured;
    private Broker now;
    private boolean forGood;
    private int redirects;
    private int failures;

    Target(Broker configured) {
        this.configured = configured;
        this.now = configured;
    }

    Broker now() {
        return now;
    }

    void configure(Broker other) {
        configured = other;
        now = other;
        forGood = false;
        redirects = 0;
    }

    /** A session has stood for a while: what was followed was right. */
    void stable() {
        redirects = 0;
    }

    /** A connection is over: back to the configured broker, unless it has moved to one that works. */
    void ended(boolean wasOnline) {
        failures = wasOnline ? 0 : failures + 1;
        if (!forGood || failures > MOST_REDIRECTS) {
            forGood = false;
            now = configured;
        }
    }

    /**
     * The broker that was asked sends the box to another.
     *
     * @param reference as the broker said it
     * @param moved whether for good
     * @return whether that is followed
     */
    boolean redirect(String reference, boolean moved) {
        redirects++;
        Optional<Broker> other = now.referred(reference);
        if (redirects > MOST_REDIRECTS || other.isEmpty()) {
            forGood = false;
            now = configured;
            return false;
        }
        now = other.get();
        forGood = moved;
        failures = 0;
        return true;
    }
}
