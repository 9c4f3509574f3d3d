package io.verge.cloud.internal.mqtt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client whose broker is the test. */
public final class FakePort implements MqttPort {
    /** What was published, with its token. */
    public record Sent(long token, Outbound message) {
        /** The content as text. */
        public String text() {
            return StandardCharsets.UTF_8.decode(message.content()).toString();
        }
    }

    public final MqttListener listener;
    public final List<Sent> sent = new ArrayList<>();
    public final List<List<String>> filters = new ArrayList<>();
    public @Nullable ConnectSettings settings;
    public int probes;
    public int disconnects;
    public boolean abandoned;

    public FakePort(MqttListener listener) {
        this.listener = listener;
    }

    @Override
    public void connect(ConnectSettings with) {
        settings = with;
    }

    @Override
    public void publish(Outbound message, long token) {
        sent.add(new Sent(token, message));
    }

    @Override
    public void subscribe(List<String> wanted) {
        filters.add(wanted);
    }

    @Override
    public void probe() {
        probes++;
    }

    @Override
    public void disconnect(int reason) {
        disconnects++;
    }

    @Override
    public void abandon() {
        abandoned = true;
    }

    /** The settings it was told to connect with. */
    public ConnectSettings settings() {
        ConnectSettings known = settings;
        if (known == null) {
            throw new IllegalStateException("connect has not been called");
        }
        return known;
    }

    public void accept() {
        listener.connected(new Accepted(false, null, 100, 1 << 20));
    }

    public void grant() {
        listener.subscribed(
                filters.get(filters.size() - 1).stream().map(filter -> 1).toList());
    }

    public void end(int reason, @Nullable String reference) {
        listener.ended(new Ended(reason, "", reference));
    }

    public void say(String topic, String text) {
        ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        listener.arrived(new Inbound(topic, content, false, null, null, null, Map.of()));
    }

    /** Says what was published. */
    public void echo(Outbound message, boolean retained) {
        listener.arrived(
                new Inbound(message.topic(), message.content(), retained, null, null, null, message.properties()));
    }

    /** Acknowledges all that was published and is not acknowledged. */
    public void acknowledgeAll() {
        List<Sent> open = List.copyOf(sent);
        sent.clear();
        open.forEach(one -> listener.delivered(one.token(), 0));
    }

    /** What is published on topics with this end and not acknowledged. */
    public List<Sent> on(String end) {
        return sent.stream().filter(one -> one.message().topic().endsWith(end)).toList();
    }

    /** Whether a whole keep-alive was asked for. */
    public Duration keepAlive() {
        return settings().keepAlive();
    }
}
