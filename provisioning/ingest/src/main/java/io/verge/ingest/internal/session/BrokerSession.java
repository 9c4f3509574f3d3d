package io.verge.ingest.internal.session;

import io.verge.ingest.internal.line.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/**
 * One connection: from CONNECT to its end, and never another. Used by one thread; the client's threads only enqueue. What has not been
 * acknowledged when it ends comes again with the next connection.
 */
public final class BrokerSession implements AutoCloseable {
    private static final String ONLINE = "{\"state\":\"online\"}";
    private static final String OFFLINE = "{\"state\":\"offline\"}";
    /** Fewer than any broker allows, since what it allows is not always understood by the client. */
    private static final int WINDOW = 16;

    private final SessionSettings settings;
    private final MqttAsyncClient client;
    private final Listener listener;
    private final BlockingQueue<Arrival> arrivals;
    private boolean online;

    private BrokerSession(SessionSettings settings, MqttAsyncClient client) {
        this.settings = settings;
        this.client = client;
        // The broker sends no more than this of quality 1; what comes at quality 0 beside it is dropped when it is
        // full.
        this.arrivals = new LinkedBlockingQueue<>(2 * settings.receiveMaximum() + 1);
        this.listener = new Listener(arrivals);
    }

    /**
     * Connects and subscribes.
     *
     * @throws IOException when that cannot be had within the deadline; says where and why
     */
    public static BrokerSession open(SessionSettings settings) throws IOException, InterruptedException {
        BrokerSession session;
        try {
            session = new BrokerSession(
                    settings,
                    new MqttAsyncClient(ConnectOptions.address(settings), settings.client(), new MemoryPersistence()));
            session.client.setCallback(session.listener);
            session.client.setManualAcks(true);
        } catch (MqttException e) {
            throw failed(settings, e);
        }
        try {
            session.begin();
            return session;
        } catch (MqttException | IOException e) {
            session.abandon();
            throw failed(settings, e);
        }
    }

    private void begin() throws MqttException, IOException {
        await(client.connect(ConnectOptions.of(settings, OFFLINE)));
        MqttSubscription online = new MqttSubscription(settings.online(), 1);
        online.setRetainHandling(0);
        await(client.subscribe(new MqttSubscription[] {
            new MqttSubscription(settings.records(), 1), online, new MqttSubscription(settings.state(), 1)
        }));
        say(true);
    }

    /** Whether the connection stands. */
    public boolean stands() {
        return client.isConnected() && !listener.ended();
    }

    /**
     * What has come.
     *
     * @param most at most so many
     * @param wait for the first; of the others only what is there
     * @return empty when nothing came
     */
    public List<Arrival> take(int most, Duration wait) throws InterruptedException {
        List<Arrival> taken = new ArrayList<>();
        Arrival first = arrivals.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            arrivals.drainTo(taken, most - 1);
        }
        return taken;
    }

    /** Tells boxes whether this consumer takes records now. Told again when it is no news, since another instance may have gone. */
    public void say(boolean takes) throws IOException {
        online = takes;
        publish(List.of(new Outgoing(settings.state(), takes ? ONLINE : OFFLINE, true)));
    }

    /** Whether a message is of the consumer's own state; the last of several instances to go speaks for itself alone. */
    public boolean isState(Message message) {
        return message.topic().equals(settings.state());
    }

    /** Says it again when another instance of this consumer said that it goes, while this one is there. */
    public void contradict(Message state) throws IOException {
        if (online && !new String(state.content(), java.nio.charset.StandardCharsets.UTF_8).equals(ONLINE)) {
            say(true);
        }
    }

    /** Tells boxes what is stored. Ends when the broker has it all. */
    public void publish(Acknowledgements stored) throws IOException {
        publish(stored.messages().stream()
                .map(message -> new Outgoing(message.topic(), message.content(), false))
                .toList());
    }

    private record Outgoing(String topic, String content, boolean retained) {}

    private void publish(List<Outgoing> messages) throws IOException {
        Deque<IMqttToken> open = new ArrayDeque<>();
        try {
            for (Outgoing message : messages) {
                if (open.size() == WINDOW) {
                    await(open.remove());
                }
                byte[] content = message.content().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                open.add(client.publish(message.topic(), new MqttMessage(content, 1, message.retained(), null)));
            }
            while (!open.isEmpty()) {
                await(open.remove());
            }
        } catch (MqttException e) {
            throw failed(settings, e);
        }
    }

    /** Tells the broker that these need not be sent again. */
    public void acknowledge(List<Arrival> done) throws IOException {
        try {
            for (Arrival arrival : done) {
                if (arrival.quality() > 0) {
                    client.messageArrivedComplete(arrival.packet(), arrival.quality());
                }
            }
        } catch (MqttException e) {
            throw failed(settings, e);
        }
    }

    /** Messages at quality 0 that came faster than they were taken. */
    public long overrun() {
        return listener.overrun();
    }

    private void await(IMqttToken token) throws MqttException {
        token.waitForCompletion(settings.deadline().toMillis());
    }

    private static IOException failed(SessionSettings settings, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new IOException(settings.broker() + ": " + cause.getMessage(), e);
    }

    /** Says good-bye when the connection stands; ends either way. */
    @Override
    public void close() {
        try {
            if (stands()) {
                say(false);
                await(client.disconnect());
            }
        } catch (MqttException | IOException e) {
            // The broker publishes the will instead.
        } finally {
            abandon();
        }
    }

    private void abandon() {
        try {
            client.disconnectForcibly(0, 1, false);
        } catch (MqttException | RuntimeException e) {
            // It was not connected.
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            // It is forgotten either way.
        }
    }
}
