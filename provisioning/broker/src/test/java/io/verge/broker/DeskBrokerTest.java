package io.verge.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.Test;

class DeskBrokerTest {
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

    private static String text(MqttMessage message) {
        return new String(message.getPayload(), UTF_8);
    }
}
