package io.verge.mqtt;

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
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/**
 * One connection: from CONNECT to its end, and never another. Used by one thread; the client's threads only enqueue. What has not been
 * acknowledged when it ends comes again with the next connection.
 */
public final class BrokerSession implements AutoCloseable {
    /** Fewer than any broker allows, since what it allows is not always understood by the client. */
    private static final int WINDOW = 16;

    private final SessionSettings settings;
    private final MqttAsyncClient client;
    private final Listener listener;
    private final BlockingQueue<Arrival> arrivals;

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
                    new MqttAsyncClient(settings.access().address(), settings.client(), new MemoryPersistence()));
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
        await(client.connect(ConnectOptions.of(settings)));
        // Retained messages come, too, also when the session was there before.
        await(client.subscribe(settings.filters().stream()
                .map(filter -> new MqttSubscription(filter, 1))
                .toArray(MqttSubscription[]::new)));
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

    /** Publishes, some at a time. Ends when the broker has them all. */
    public void publish(List<Outgoing> messages) throws IOException {
        Deque<IMqttToken> open = new ArrayDeque<>();
        try {
            for (Outgoing message : messages) {
                if (open.size() == WINDOW) {
                    await(open.remove());
                }
                open.add(client.publish(message.topic(), mqtt(message)));
            }
            while (!open.isEmpty()) {
                await(open.remove());
            }
        } catch (MqttException e) {
            throw failed(settings, e);
        }
    }

    private static MqttMessage mqtt(Outgoing message) {
        MqttProperties properties = new MqttProperties();
        Duration expiry = message.expiry();
        if (expiry != null) {
            properties.setMessageExpiryInterval(Math.max(1, expiry.toSeconds()));
        }
        properties.setUserProperties(message.properties().entrySet().stream()
                .map(property -> new UserProperty(property.getKey(), property.getValue()))
                .toList());
        return new MqttMessage(message.content(), 1, message.retained(), properties);
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
        token.waitForCompletion(settings.access().deadline().toMillis());
    }

    private static IOException failed(SessionSettings settings, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new IOException(settings.access().broker() + ": " + cause.getMessage(), e);
    }

    /** Ends it, so that the broker publishes no will, when the connection stands; and in any case. */
    @Override
    public void close() {
        try {
            if (stands()) {
                await(client.disconnect());
            }
        } catch (MqttException e) {
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
