package io.verge.cloud.internal.session;

import io.verge.cloud.internal.mqtt.Accepted;
import io.verge.cloud.internal.mqtt.ConnectSettings;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.MqttListener;
import io.verge.cloud.internal.mqtt.MqttPort;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.netlab.Link;
import io.verge.netlab.Network;
import io.verge.netlab.Passage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A broker with a consumer behind it at the far end of a weak network, in virtual time. What a client publishes goes through the link in
 * segments of a TCP connection; the answers come back the same way.
 */
final class VirtualBroker {
    private static final int SEGMENT = 1_448;
    private static final int HEADERS = 52;
    private static final int PACKET = 60;

    private record Event(long instant, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byInstant = Long.compare(instant, other.instant);
            return byInstant != 0 ? byInstant : Long.compare(order, other.order);
        }
    }

    private final Network network;
    private final LongSupplier now;
    private final String state;
    private final Consumer<Outbound> consumer;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long order;
    private Client current;

    /**
     * @param state topic on which the consumer says that it is there
     * @param consumer gets what arrives at the broker
     */
    VirtualBroker(Network network, LongSupplier now, String state, Consumer<Outbound> consumer) {
        this.network = network;
        this.now = now;
        this.state = state;
        this.consumer = consumer;
        current = new Client(null);
    }

    MqttPort open(MqttListener listener) {
        current = new Client(listener);
        return current;
    }

    /** The instant of what happens next; {@link Passage#NEVER} when nothing will. */
    long next() {
        return events.isEmpty() ? Passage.NEVER : events.peek().instant();
    }

    /** Has happen what is due. */
    void step() {
        while (next() <= now.getAsLong()) {
            events.remove().what().run();
        }
    }

    private void at(long instant, Runnable what) {
        events.add(new Event(instant, order++, what));
    }

    /** Sends the client that is connected a message. */
    void say(String topic, String text) {
        current.say(topic, text);
    }

    /** One connection. */
    private final class Client implements MqttPort {
        private final @Nullable MqttListener listener;
        private long upLast;
        private long downLast;
        private boolean gone;

        Client(@Nullable MqttListener listener) {
            this.listener = listener;
            gone = listener == null;
        }

        /** Sends up; what follows happens at the broker. */
        private void up(int octets, Runnable there) {
            upLast = stream(network.up(), octets, upLast, there);
        }

        /** Sends down; what follows happens at the client. */
        private void down(int octets, Consumer<MqttListener> here) {
            downLast = stream(network.down(), octets, downLast, () -> here.accept(Objects.requireNonNull(listener)));
        }

        private long stream(Link link, int octets, long last, Runnable then) {
            long start = now.getAsLong();
            long end = last;
            for (int left = octets; left > 0; left -= SEGMENT) {
                long arrival = link.segment(Math.min(left, SEGMENT) + HEADERS, start);
                if (arrival == Passage.NEVER) {
                    at(start, () -> tell(() -> Objects.requireNonNull(listener).ended(Ended.network("timed out"))));
                    return last;
                }
                end = Math.max(end, arrival);
            }
            at(end, () -> tell(then));
            return end;
        }

        private void tell(Runnable what) {
            if (!gone) {
                what.run();
            }
        }

        @Override
        public void connect(ConnectSettings settings) {
            up(PACKET, () -> {});
            up(3 * PACKET, () -> down(PACKET, to -> to.connected(new Accepted(false, null, 100, 1 << 20))));
        }

        @Override
        public void publish(Outbound message, long token) {
            int octets = message.content().remaining() + message.topic().length() + PACKET;
            up(octets, () -> {
                down(4, to -> to.delivered(token, 0));
                consumer.accept(message);
            });
        }

        @Override
        public void subscribe(List<String> filters) {
            up(filters.size() * PACKET, () -> {
                down(
                        PACKET,
                        to -> to.subscribed(filters.stream().map(filter -> 1).toList()));
                say(state, "{\"state\":\"online\"}");
            });
        }

        void say(String topic, String text) {
            ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            if (!gone) {
                down(
                        text.length() + PACKET,
                        to -> to.arrived(new Inbound(topic, content, false, null, null, null, Map.of())));
            }
        }

        @Override
        public void probe() {
            up(2, () -> down(2, MqttListener::heard));
        }

        @Override
        public void disconnect(int reason) {
            gone = true;
        }

        @Override
        public void abandon() {
            gone = true;
        }
    }
}
