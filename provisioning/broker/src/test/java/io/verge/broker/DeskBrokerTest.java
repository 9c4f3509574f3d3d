package io.verge.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;

class DeskBrokerTest {
    private static final long PATIENCE = 20_000;

    @Test
    void whatIsRetainedIsHeardByWhoComesLater() throws Exception {
        try (DeskBroker broker = DeskBroker.start(0)) {
            String address = "tcp://127.0.0.1:" + broker.port();
            MqttClient box = new MqttClient(address, "box", new MemoryPersistence());
            box.connect();
            box.publish("verge/v1/demo/box/online", "{\"state\":\"online\"}".getBytes(UTF_8), 1, true);

            BlockingQueue<String> heard = new ArrayBlockingQueue<>(4);
            MqttClient desk = new MqttClient(address, "desk", new MemoryPersistence());
            desk.connect();
            MqttSubscription all = new MqttSubscription("verge/v1/#", 1);
            desk.subscribe(new MqttSubscription[] {all}, new org.eclipse.paho.mqttv5.client.IMqttMessageListener[] {
                (topic, message) -> heard.add(text(message))
            });

            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("{\"state\":\"online\"}");
            desk.disconnect();
            desk.close();
            box.disconnect();
            box.close();
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (DeskBroker first = DeskBroker.start(0)) {
            assertThatThrownBy(() -> DeskBroker.start(first.port()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(String.valueOf(first.port()));
        }
    }

    /** A client that dies leaves unconfirmed what it was sent; the next one of its name may be sent as much again (MQTT 5, 4.9). */
    @Test
    void whatTheDeadDidNotConfirmIsSentToWhoComesAfterThem() throws Exception {
        try (DeskBroker broker = DeskBroker.start(0)) {
            String address = "tcp://127.0.0.1:" + broker.port();
            MqttClient box = new MqttClient(address, "box", new MemoryPersistence());
            box.connect();
            for (int death = 0; death < 5; death++) {
                BlockingQueue<String> heard = new ArrayBlockingQueue<>(4);
                MqttAsyncClient desk = listening(address, heard);
                if (death == 0) {
                    box.publish("street", "first".getBytes(UTF_8), 1, false);
                    box.publish("street", "second".getBytes(UTF_8), 1, false);
                }

                assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("first");
                assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("second");
                desk.disconnectForcibly(0, 1, false);
                desk.close(true);
            }
            box.disconnect();
            box.close();
        }
    }

    /** Confirms nothing, and takes four messages at a time. */
    private static MqttAsyncClient listening(String address, BlockingQueue<String> heard) throws MqttException {
        MqttAsyncClient desk = new MqttAsyncClient(address, "desk", new MemoryPersistence());
        desk.setManualAcks(true);
        desk.setCallback(new Listener(heard));
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3_600L);
        options.setReceiveMaximum(4);
        desk.connect(options).waitForCompletion(PATIENCE);
        desk.subscribe("street", 1).waitForCompletion(PATIENCE);
        return desk;
    }

    private record Listener(BlockingQueue<String> heard) implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            heard.add(text(message));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String server) {}

        @Override
        public void authPacketArrived(int reason, MqttProperties properties) {}
    }

    private static String text(MqttMessage message) {
        return new String(message.getPayload(), UTF_8);
    }
}
