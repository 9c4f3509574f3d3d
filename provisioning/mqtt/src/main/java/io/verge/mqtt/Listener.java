package io.verge.mqtt;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/** Called by the client's threads: enqueues, never blocks. */
final class Listener implements MqttCallback {
    private final BlockingQueue<Arrival> arrivals;
    private final AtomicLong overrun = new AtomicLong();
    private volatile boolean ended;

    Listener(BlockingQueue<Arrival> arrivals) {
        this.arrivals = arrivals;
    }

    boolean ended() {
        return ended;
    }

    long overrun() {
        return overrun.get();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (!arrivals.offer(arrival(topic, message))) {
            overrun.incrementAndGet();
            // Of quality 1 the broker sent more than it may; without an acknowledgement it comes again.
            ended |= message.getQos() > 0;
        }
    }

    private static Arrival arrival(String topic, MqttMessage message) {
        @Nullable MqttProperties properties = message.getProperties();
        @Nullable Long expiry = properties == null ? null : properties.getMessageExpiryInterval();
        return new Arrival(
                message.getId(),
                message.getQos(),
                topic,
                message.getPayload(),
                message.isRetained(),
                expiry == null ? null : Duration.ofSeconds(expiry),
                properties(properties));
    }

    private static Map<String, String> properties(@Nullable MqttProperties properties) {
        Map<String, String> map = new HashMap<>();
        if (properties != null) {
            for (UserProperty property : properties.getUserProperties()) {
                map.put(property.getKey(), property.getValue());
            }
        }
        return map;
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        ended = true;
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        ended = true;
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String server) {}

    @Override
    public void authPacketArrived(int reason, MqttProperties properties) {}
}
