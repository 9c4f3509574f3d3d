package io.verge.cloud.internal.mqtt;

import io.verge.api.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to the broker: never more than the broker and Paho's own window take. One thread; the figures are read by
 * any.
 */
public final class Flight {
    /** Topic and properties of a packet, generously. */
    private static final int HEADER = 1024;

    private final Clock clock;
    private final Map<Long, Sent> sent = new HashMap<>();
    private @Nullable MqttPort port;
    private int window;
    private long greatest;
    private long token;

    private volatile @Nullable Duration roundTrip;
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong confirmed = new AtomicLong();
    private final AtomicLong octets = new AtomicLong();

    private record Sent(long nanos, int quality, IntConsumer delivered) {}

    public Flight(Clock clock) {
        this.clock = clock;
    }

    /**
     * A session has begun.
     *
     * @param most unacknowledged at once
     * @param greatestPacket octets that the broker takes in one packet
     */
    public void open(MqttPort on, int most, long greatestPacket) {
        port = on;
        window = most;
        greatest = greatestPacket;
    }

    /** The session is over; nobody is told what became of what is on its way. */
    public void close() {
        port = null;
        sent.clear();
    }

    /** Whether another may be sent and so many more thereafter. */
    public boolean room(int reserve) {
        return port != null && sent.size() + reserve < window;
    }

    /** Whether the broker takes a message of this size. */
    public boolean fits(Outbound message) {
        return message.content().remaining() + HEADER <= greatest;
    }

    /**
     * Sends a message; there must be room.
     *
     * @param delivered takes the reason of PUBACK, or -1 when it did not go out
     */
    public void send(Outbound message, IntConsumer delivered) {
        MqttPort open = port;
        if (open == null) {
            throw new IllegalStateException("there is no session");
        }
        long number = ++token;
        sent.put(number, new Sent(clock.nanoTime(), message.quality(), delivered));
        published.incrementAndGet();
        octets.addAndGet(message.content().remaining());
        open.publish(message, number);
    }

    /** As the port tells it. */
    public void delivered(long number, int reason) {
        Sent message = sent.remove(number);
        if (message != null) {
            if (reason >= 0 && reason < 0x80) {
                confirmed.incrementAndGet();
                roundTrip = Duration.ofNanos(Math.max(0, clock.nanoTime() - message.nanos));
            }
            message.delivered.accept(reason);
        }
    }

    /** Of the last message that was acknowledged; null before the first. */
    public @Nullable Duration roundTrip() {
        return roundTrip;
    }

    /** Adds the figures since the start. */
    public void count(Map<String, Long> counters) {
        counters.put("published", published.get());
        counters.put("confirmed", confirmed.get());
        counters.put("octetsOut", octets.get());
    }
}
