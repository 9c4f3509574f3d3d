package io.verge.driver.signal.tscbm.internal;

import io.verge.api.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Switches the controller's broadcast on, which many controllers forget when they start. Switched on the device's thread; what
 * came of it is read by any.
 */
final class Broadcast {
    /** Object of the maker's own MIB that switches the broadcast, as the specification of the message gives it. */
    static final String OID = "1.3.6.1.4.1.1206.3.5.2.9.44.1.0";

    static final int SHORT_FORM = 2;
    static final int LONG_FORM = 6;

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final InetSocketAddress agent;
    private final String community;
    private final int form;
    private final Setter setter;
    private final Clock clock;

    /** Touched by the device's thread. */
    private @Nullable Long lastTry;

    private volatile String outcome = "not switched on yet";
    private volatile boolean failed;

    /** What came of a try. */
    enum Try {
        ACCEPTED,
        FAILED,
        /** There was none, since the last was less than five seconds ago. */
        TOO_SOON
    }

    /**
     * @param form octets of the packets to ask for
     */
    Broadcast(InetSocketAddress agent, String community, int form, Setter setter, Clock clock) {
        this.agent = agent;
        this.community = community;
        this.form = form;
        this.setter = setter;
        this.clock = clock;
    }

    /** Asks for the broadcast, unless it was asked for less than five seconds ago. */
    Try enable() {
        long now = clock.nanoTime();
        if (lastTry != null && now - lastTry < PAUSE.toNanos()) {
            return Try.TOO_SOON;
        }
        lastTry = now;
        try {
            setter.set(agent, community, OID, form == Packet.SHORT_FORM ? SHORT_FORM : LONG_FORM);
            outcome = name() + " has accepted, packets of " + form + " octets";
            failed = false;
            return Try.ACCEPTED;
        } catch (IOException e) {
            outcome = String.valueOf(e.getMessage());
            failed = true;
            return Try.FAILED;
        }
    }

    /** Whether the last try has failed. */
    boolean failed() {
        return failed;
    }

    /** What came of the last try, for people. */
    String outcome() {
        return outcome;
    }

    /** host:port, as in the profile. */
    String name() {
        return agent.getHostString() + ":" + agent.getPort();
    }
}
