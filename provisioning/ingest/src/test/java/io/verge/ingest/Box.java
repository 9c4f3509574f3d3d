package io.verge.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.MqttToken;
import org.eclipse.paho.mqttv5.client.MqttTopic;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** A box as the broker sees it: publishes records, hears acknowledgements and whether the consumer is there. */
final class Box implements AutoCloseable {
    static final String STORE = "00112233445566aa";
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)]");
    private static final long PATIENCE = 20;

    private final String root;
    private final MqttClient client;
    private final BlockingQueue<String> acknowledgements = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> states = new LinkedBlockingQueue<>();

    Box(int port, String tenant, String name) throws MqttException {
        this("tcp://127.0.0.1:" + port, tenant, name, name, new MqttConnectionOptions());
    }

    Box(String address, String tenant, String name, String id, MqttConnectionOptions options) throws MqttException {
        root = "verge/v1/" + tenant + "/" + name;
        client = new MqttClient(address, id, new MemoryPersistence());
        client.setCallback(new Hears());
        client.connect(options);
        client.subscribe(new MqttSubscription[] {
            new MqttSubscription(name.equals("#") ? "verge/v1/#" : root + "/ack", 1),
            new MqttSubscription("verge/v1/" + tenant + "/$state/ingest", 1)
        });
    }

    /** Publishes anything; the reason code of the broker's answer, 0x80 or more when it is refused. */
    int publish(String topic, String content, boolean retained) throws MqttException {
        MqttTopic target = client.getTopic(topic);
        MqttToken answer = target.publish(content.getBytes(UTF_8), 1, retained);
        try {
            answer.waitForCompletion(PATIENCE * 1000);
        } catch (MqttException e) {
            return e.getReasonCode();
        }
        int[] reasons = answer.getReasonCodes();
        return reasons == null || reasons.length == 0 ? 0 : reasons[0];
    }

    /** What was heard that is no state of a consumer. */
    Collection<String> acknowledgements() {
        return List.copyOf(acknowledgements);
    }

    static String line(long sequence) {
        return "{\"sequence\":" + sequence + ",\"time\":\"2026-05-01T12:00:00Z\",\"body\":{\"n\":" + sequence + "}}";
    }

    void send(long... sequences) throws MqttException {
        for (long sequence : sequences) {
            send("critical/events", line(sequence));
        }
    }

    void send(String stream, String lines) throws MqttException {
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(List.of(new UserProperty("store", STORE), new UserProperty("backlog", "false")));
        client.publish(root + "/record/" + stream, new MqttMessage(lines.getBytes(UTF_8), 1, false, properties));
    }

    void online(String state, long connection) throws MqttException {
        String said = "{\"state\":\"%s\",\"connection\":%d}".formatted(state, connection);
        client.publish(root + "/online", said.getBytes(UTF_8), 1, true);
    }

    /** Waits until the consumer says that it is, or is not, there. */
    void awaitConsumer(String state) throws InterruptedException {
        while (!next(states).contains("\"" + state + "\"")) {
            // An older one.
        }
    }

    /** Waits for the word that all these are stored. */
    void awaitStored(long... sequences) throws InterruptedException {
        Set<Long> open = LongStream.of(sequences).boxed().collect(Collectors.toCollection(HashSet::new));
        while (!open.isEmpty()) {
            Matcher range = RANGE.matcher(next(acknowledgements));
            while (range.find()) {
                LongStream.rangeClosed(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)))
                        .forEach(open::remove);
            }
        }
    }

    private static String next(BlockingQueue<String> said) throws InterruptedException {
        String next = said.poll(PATIENCE, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing more came");
        }
        return next;
    }

    @Override
    public void close() throws MqttException {
        client.disconnect();
        client.close();
    }

    private final class Hears implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            String text = new String(message.getPayload(), UTF_8);
            (topic.contains("/$state/") ? states : acknowledgements).add(text);
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
