package io.verge.driver.radio.rsu41.internal;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.device.Connection;
import io.verge.device.Connector;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to the radio. It gives no answers; all that is heard of it is the refusal (ICMP port unreachable) of the host it
 * runs on, which is the state of a radio that is starting. A refusal holds for some seconds, for hosts send only about one a
 * second; meanwhile messages are sent all the same, so that the first after the start gets through.
 */
final class RadioLink {
    private static final Duration REFUSAL_HOLDS = Duration.ofSeconds(3);

    private static final String REMEDY =
            "check the way to the radio, that Immediate Forward is on there, and its port in the profile";

    private final Connector connector;
    private final String address;
    private final Clock clock;
    private volatile @Nullable Connection open;
    private volatile @Nullable Fault fault;

    /**
     * What went wrong with sending.
     *
     * @param code {@code refused} or {@code cannot-send}
     * @param since the first time
     * @param lastNanos the last, on the monotonic clock
     */
    private record Fault(String code, String cause, Instant since, long lastNanos, long count) {}

    RadioLink(Connector connector, String address, Clock clock) {
        this.connector = connector;
        this.address = address;
        this.clock = clock;
    }

    /** On the device's thread. */
    Connection connect() throws IOException {
        Connection made = connector.connect();
        open = made;
        return new Refusing(made);
    }

    /** On the gate's thread; does not wait. */
    void send(ByteBuffer datagram) throws IOException {
        Connection to = open;
        if (to == null) {
            throw new IOException("radio " + address + ": not open");
        }
        try {
            write(to, datagram);
        } catch (IOException e) {
            note("cannot-send", "sending to " + address + " fails: " + e.getMessage());
            throw e;
        }
        Fault seen = fault;
        if (seen != null && seen.code.equals("cannot-send")) {
            fault = null;
        } else if (trouble().isPresent()) {
            throw new IOException("radio " + address + " refuses messages (ICMP port unreachable)");
        }
    }

    private void write(Connection to, ByteBuffer datagram) throws IOException {
        try {
            to.write(datagram.duplicate());
        } catch (PortUnreachableException e) {
            // This tells of an earlier datagram, and has kept this one from being sent.
            noteRefusal();
            to.write(datagram);
        }
    }

    /** The trouble with sending, empty while the radio takes what is sent as far as anyone knows. Any thread. */
    Optional<Status> trouble() {
        Fault seen = fault;
        if (seen == null || over(seen)) {
            return Optional.empty();
        }
        String cause = seen.cause + " (" + seen.count + (seen.count == 1 ? " time)" : " times)");
        return Optional.of(Status.of(State.DEGRADED, seen.since, seen.code, cause, REMEDY));
    }

    /** Whether a refusal is so long ago that it tells nothing any more. Other faults end with the next message sent. */
    private boolean over(Fault seen) {
        return seen.code.equals("refused") && clock.nanoTime() - seen.lastNanos > REFUSAL_HOLDS.toNanos();
    }

    private void noteRefusal() {
        note("refused", "nothing takes messages at " + address + " (ICMP port unreachable)");
    }

    /** Two threads may note at once; one of the counts is then lost, which matters to nobody. */
    private void note(String code, String cause) {
        Fault before = fault;
        boolean goesOn = before != null && before.code.equals(code) && !over(before);
        fault = before != null && goesOn
                ? new Fault(code, cause, before.since, clock.nanoTime(), before.count + 1)
                : new Fault(code, cause, clock.now(), clock.nanoTime(), 1);
    }

    /** A refusal is no loss: the socket stays good. */
    private final class Refusing implements Connection {
        private final Connection to;

        Refusing(Connection to) {
            this.to = to;
        }

        @Override
        public int read(ByteBuffer into, Duration timeout) throws IOException {
            try {
                return to.read(into, timeout);
            } catch (PortUnreachableException e) {
                noteRefusal();
                return 0;
            }
        }

        @Override
        public void write(ByteBuffer from) throws IOException {
            to.write(from);
        }

        @Override
        public void close() throws IOException {
            open = null;
            to.close();
        }
    }
}
