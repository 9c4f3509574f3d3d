package io.verge.authority.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.authority.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** A box as the broker sees it: takes the wish of its twin and records how it goes with it. */
final class SimulatedBox implements AutoCloseable {
    /** How it goes with an update. */
    enum Habit {
        FINE(List.of("metadata", "download", "wait", "switch", "probation", "committed")),
        FAILS(List.of("metadata", "download", "switch", "rollback", "failed")),
        SILENT(List.of("metadata"));

        private final List<String> phases;

        Habit(List<String> phases) {
            this.phases = phases;
        }
    }

    private static final long PATIENCE = 20_000;

    private final String name;
    private final Habit habit;
    private final Street street;
    private final MqttAsyncClient client;
    private final String root;
    private final IMqttToken connecting;
    private long version;
    private long sequence;

    /** Begins to connect, which takes the client a third of a second: many do it at the same time. */
    SimulatedBox(int port, String name, Habit habit, Street street) throws MqttException {
        this.name = name;
        this.habit = habit;
        this.street = street;
        root = "verge/v1/" + name + "/";
        client = new MqttAsyncClient("tcp://127.0.0.1:" + port, name.replace('/', '-'), new MemoryPersistence());
        client.setCallback(new Hears());
        connecting = client.connect();
    }

    /** Returns when it can be asked. */
    void begin() throws MqttException {
        connecting.waitForCompletion(PATIENCE);
        publish("birth", "{\"twin\":{\"epoch\":0,\"desired\":0,\"applied\":0}}", true)
                .waitForCompletion(PATIENCE);
        client.subscribe(root + "twin/desired", 1).waitForCompletion(PATIENCE);
    }

    private IMqttToken publish(String rest, String content, boolean retained) throws MqttException {
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(
                List.of(new UserProperty("store", "00112233445566aa"), new UserProperty("backlog", "false")));
        return client.publish(root + rest, new MqttMessage(content.getBytes(UTF_8), 1, retained, properties));
    }

    private void desired(JsonObject document) throws IOException, MqttException {
        if (document.whole("version") <= version) {
            return;
        }
        version = document.whole("version");
        JsonObject order = document.object("profile").object("release");
        if (!order.has("name")) {
            street.leaves(name);
            return;
        }
        street.begins(name);
        long attempt = order.whole("attempt", 1);
        String id = "desired-" + order.text("name") + (attempt > 1 ? "-" + attempt : "");
        Habit now = attempt > 1 ? Habit.FINE : habit;
        for (String phase : now.phases) {
            if (phase.equals(now.phases.get(now.phases.size() - 1))) {
                street.ends(name, now);
            }
            publish("record/state/update", record(id, order.text("name"), phase), false);
        }
    }

    private String record(String id, String release, String phase) {
        return """
                {"sequence":%d,"time":"2026-05-01T12:00:00Z","body":{"id":"%s","release":"%s","phase":"%s","since":"2026-05-01T12:00:00Z","code":"","why":"","generation":2}}
                """
                .formatted(++sequence, id, release, phase);
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 1, false);
        client.close(true);
    }

    private final class Hears implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) throws Exception {
            desired(JsonObject.read(message.getPayload()));
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
}
