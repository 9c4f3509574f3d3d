package io.verge.itests.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verge.itests.cloud.History.Told;
import io.verge.itests.cloud.History.Wish;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/** The cloud: wants configurations, asks for commands (each more than once), hears reports. Says again what a killed broker may have forgotten. */
final class Operator implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long VALID_SECONDS = 120;

    private final String server;
    private final List<String> boxes;
    /** Guarded by itself. */
    private final History history;

    private final Map<String, Long> versions = new TreeMap<>();
    private final AtomicLong commands = new AtomicLong();
    private @Nullable MqttAsyncClient client;

    Operator(int port, List<String> boxes, History history) {
        this.server = "tcp://127.0.0.1:" + port;
        this.boxes = boxes;
        this.history = history;
    }

    /** Connects when it is not; false when the broker is away. */
    boolean connect() {
        if (client != null && client.isConnected()) {
            return true;
        }
        try {
            close();
            client = null;
            MqttAsyncClient fresh = new MqttAsyncClient(server, "operator", new MemoryPersistence());
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setCleanStart(false);
            options.setSessionExpiryInterval(3_600L);
            fresh.setCallback(new Hearing(this::hear));
            fresh.connect(options).waitForCompletion(PATIENCE_MILLIS);
            fresh.subscribe(new MqttSubscription[] {new MqttSubscription(topic("+", "twin/reported"), 1)})
                    .waitForCompletion(PATIENCE_MILLIS);
            client = fresh;
            for (String box : versions.keySet()) {
                publishWish(box);
            }
            return true;
        } catch (MqttException e) {
            return false;
        }
    }

    private static String topic(String box, String rest) {
        return "verge/v1/" + HistoryIT.TENANT + "/" + box + "/" + rest;
    }

    /** Wants something else of a box. */
    void wish(String box) {
        long version = versions.merge(box, 1L, Long::sum);
        synchronized (history) {
            history.wishes.add(new Wish(box, version));
        }
        publishWish(box);
    }

    private void publishWish(String box) {
        Long version = versions.get(box);
        String document = "{\"epoch\":1,\"version\":" + version + ",\"profile\":{\"messages\":{\"edition\":\"v"
                + version + "\"}}}";
        MqttMessage message = new MqttMessage(document.getBytes(UTF_8), 1, true, null);
        publish(topic(box, "twin/desired"), message);
    }

    /** Asks for a command twice, as a cloud does that has lost its answer. */
    void command(String box, String name) {
        String id = name + "-" + commands.incrementAndGet();
        for (int i = 0; i < 2; i++) {
            MqttMessage message = new MqttMessage(("\"" + id + "\"").getBytes(UTF_8), 1, false, null);
            MqttProperties properties = new MqttProperties();
            properties.setMessageExpiryInterval(VALID_SECONDS);
            properties.setCorrelationData(id.getBytes(UTF_8));
            properties.setUserProperties(List.of(new UserProperty(
                    "expires", Instant.now().plusSeconds(VALID_SECONDS).toString())));
            message.setProperties(properties);
            publish(topic(box, "command/" + name), message);
        }
    }

    /** Wishes stand until they are heard; commands may be lost. */
    private void publish(String topic, MqttMessage message) {
        MqttAsyncClient open = client;
        try {
            if (open != null) {
                open.publish(topic, message);
            }
        } catch (MqttException e) {
            // Said again when the broker is back.
        }
    }

    private void hear(String topic, MqttMessage message) {
        String box = topic.split("/", -1)[3];
        String text = new String(message.getPayload(), UTF_8);
        try {
            Map<String, Object> report = JSON.std.mapFrom(text);
            long version = number(report, "version");
            long base = number(report, "base");
            Map<String, Object> patch = patch(report.get("patch"));
            synchronized (history) {
                history.told.add(new Told(box, base, version, Boolean.TRUE.equals(report.get("full")), patch));
            }
        } catch (IOException e) {
            throw new IllegalStateException("no report: " + text, e);
        }
    }

    private static long number(Map<String, Object> report, String key) {
        return report.get(key) instanceof Number number ? number.longValue() : 0;
    }

    @SuppressWarnings("unchecked") // JSON's objects
    private static Map<String, Object> patch(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
    }

    /** Whether all boxes have reported what was wanted last; those that have not are asked to report everything. */
    boolean satisfied() {
        Map<String, Long> applied = new TreeMap<>();
        synchronized (history) {
            for (Told told : history.told) {
                if (told.patch().get("applied") instanceof Number number) {
                    applied.merge(told.box(), number.longValue(), Math::max);
                }
            }
        }
        List<String> waiting = boxes.stream()
                .filter(box -> !applied.getOrDefault(box, 0L).equals(versions.getOrDefault(box, 0L)))
                .toList();
        waiting.forEach(box -> command(box, "twin-report"));
        return waiting.isEmpty();
    }

    @Override
    public void close() {
        try {
            if (client != null) {
                client.close(true); // asking it to disconnect first throws when it never was connected
            }
        } catch (MqttException e) {
            // It is gone.
        }
    }
}
