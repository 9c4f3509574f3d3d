package io.verge.driver.simulator.internal.play;

import io.verge.api.air.MessageSet;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.time.Stamps;
import io.verge.device.Counters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plays a radio: takes what it is to send, and reads it as a vehicle would. Counters by kind of message: {@code received.SPAT},
 * {@code decoded.SPAT}, {@code undecodable.SPAT}; {@code damaged} text, {@code unchecked} while there is no message set.
 */
final class RsuPlayer implements Player {
    private static final int MOST_A_TICK = 100;

    private final Supplier<Optional<MessageSet>> messages;
    private final Counters counters;
    private final DatagramPort channel;
    /** One octet more than what is read, so that a datagram which was cut shows. */
    private final ByteBuffer datagram = ByteBuffer.allocate(ImmediateForward.MAX_TEXT + 1);

    private final String address;

    RsuPlayer(int port, Supplier<Optional<MessageSet>> messages, Counters counters) throws IOException {
        this.messages = messages;
        this.counters = counters;
        channel = new DatagramPort(port);
        address = "radio: " + channel.address();
    }

    @Override
    public void play(Moment moment) throws IOException {
        for (int count = 0; count < MOST_A_TICK; count++) {
            if (channel.receive(datagram) == null) {
                return;
            }
            ImmediateForward.parse(datagram)
                    .ifPresentOrElse(message -> take(message, moment.time()), () -> count("damaged"));
        }
    }

    private void take(ImmediateForward message, Instant time) {
        MessageKind kind = kind(message.type());
        Optional<MessageSet> set = messages.get();
        if (set.isEmpty()) {
            count("unchecked");
        } else {
            V2xFrame frame = new V2xFrame(set.get().name(), kind, message.psid(), message.payload(), time, Stamps.NONE);
            Optional<ReceivedMessage> read = set.get().decode("rsu", frame);
            boolean said =
                    read.isPresent() && (kind == MessageKind.OTHER || read.get().kind() == kind);
            count((said ? "decoded." : "undecodable.") + kind);
        }
        count("received." + kind);
    }

    private static MessageKind kind(String type) {
        try {
            return MessageKind.valueOf(type);
        } catch (IllegalArgumentException e) {
            return MessageKind.OTHER;
        }
    }

    private void count(String name) {
        counters.counter(name).increment();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
