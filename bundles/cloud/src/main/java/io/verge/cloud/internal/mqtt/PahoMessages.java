package io.verge.cloud.internal.mqtt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttConnAck;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttWireMessage;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/** Our values as Paho's, and Paho's as ours. */
final class PahoMessages {
    private static final int REFUSALS = 0x80;
    private static final int GREATEST_REASON = 0xff;
    private static final int MOST_UNACKNOWLEDGED = 65_535;
    /** A packet of the greatest size that MQTT can say. */
    private static final long MOST_OCTETS = 268_435_460L;

    private PahoMessages() {}

    static MqttConnectionOptions options(ConnectSettings settings) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(false);
        options.setUseSubscriptionIdentifiers(false);
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setMaximumPacketSize(settings.maximumPacket());
        options.setConnectionTimeout((int) Math.max(1, settings.deadline().toSeconds()));
        options.setUserName(settings.user());
        String password = settings.password();
        options.setPassword(password == null ? null : password.getBytes(StandardCharsets.UTF_8));
        Outbound will = settings.will();
        if (will != null) {
            options.setWill(will.topic(), message(will));
            options.getWillMessageProperties()
                    .setWillDelayInterval(settings.willDelay().toSeconds());
        }
        return options;
    }

    static MqttMessage message(Outbound message) {
        MqttProperties properties = new MqttProperties();
        Duration expiry = message.expiry();
        if (expiry != null) {
            properties.setMessageExpiryInterval(Math.max(1, expiry.toSeconds()));
        }
        properties.setContentType(message.contentType());
        ByteBuffer correlation = message.correlation();
        if (correlation != null) {
            properties.setCorrelationData(octets(correlation));
        }
        List<UserProperty> said = new ArrayList<>();
        message.properties().forEach((key, value) -> said.add(new UserProperty(key, value)));
        properties.setUserProperties(said);
        return new MqttMessage(octets(message.content()), message.quality(), message.retained(), properties);
    }

    static Inbound inbound(String topic, MqttMessage message) {
        MqttProperties properties = message.getProperties();
        Map<String, String> said = new HashMap<>();
        for (UserProperty property : properties.getUserProperties()) {
            said.put(property.getKey(), property.getValue());
        }
        byte[] correlation = properties.getCorrelationData();
        return new Inbound(
                topic,
                ByteBuffer.wrap(message.getPayload()),
                message.isRetained(),
                properties.getMessageExpiryInterval(),
                properties.getResponseTopic(),
                correlation == null ? null : ByteBuffer.wrap(correlation),
                said);
    }

    static Accepted accepted(IMqttToken token) {
        MqttProperties properties = token.getResponseProperties();
        Integer keepAlive = properties.getServerKeepAlive();
        Integer window = properties.getReceiveMaximum();
        Long packet = properties.getMaximumPacketSize();
        return new Accepted(
                token.getSessionPresent(),
                keepAlive == null || keepAlive <= 0 ? null : Duration.ofSeconds(keepAlive),
                window == null || window <= 0 ? MOST_UNACKNOWLEDGED : window,
                packet == null || packet <= 0 ? MOST_OCTETS : packet);
    }

    /**
     * Why a connection did not come about.
     *
     * @param greeting the first packet of the broker, which Paho does not hand out when it refuses; empty when none came
     * @param failure of the wire; null when it did not fail
     */
    static Ended refused(byte[] greeting, @Nullable String failure, Throwable exception) {
        int reason = exception instanceof MqttException said ? reason(said.getReasonCode()) : Ended.NONE;
        if (reason == Ended.NONE) {
            return Ended.network(failure == null ? words(exception) : failure);
        }
        try {
            if (MqttWireMessage.createWireMessage(greeting) instanceof MqttConnAck answer) {
                MqttProperties properties = answer.getProperties();
                return new Ended(reason, String.valueOf(properties.getReasonString()), properties.getServerReference());
            }
        } catch (MqttException | RuntimeException e) {
            // The reason is known, what else it said is not.
        }
        return new Ended(reason, "", null);
    }

    static Ended ended(MqttDisconnectResponse response) {
        int reason = reason(response.getReturnCode());
        MqttException exception = response.getException();
        String said = response.getReasonString();
        if (reason == Ended.NONE) {
            return Ended.network(exception == null ? "the broker ended it" : words(exception));
        }
        return new Ended(reason, said == null ? "" : said, response.getServerReference());
    }

    private static int reason(int code) {
        return code >= REFUSALS && code <= GREATEST_REASON ? code : Ended.NONE;
    }

    /** The innermost cause that says something. */
    static String words(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String said = inner.getMessage();
        if (said == null) {
            return inner.getClass().getSimpleName();
        }
        return inner instanceof IOException ? said : inner.getClass().getSimpleName() + ": " + said;
    }

    private static byte[] octets(ByteBuffer buffer) {
        byte[] octets = new byte[buffer.remaining()];
        buffer.get(octets);
        return octets;
    }

    /** What became of one message. */
    record Delivery(MqttListener listener, AtomicBoolean over, long number) implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            tell(token.getReasonCodes());
        }

        @Override
        public void onFailure(@Nullable IMqttToken token, Throwable exception) {
            int reason = exception instanceof MqttException said ? reason(said.getReasonCode()) : Ended.NONE;
            if (!over.get()) {
                listener.delivered(number, reason);
            }
        }

        private void tell(int @Nullable [] reasons) {
            if (!over.get()) {
                listener.delivered(number, reasons == null || reasons.length == 0 ? 0 : reasons[0]);
            }
        }
    }

    /** What became of a subscription. */
    record Granting(MqttListener listener, AtomicBoolean over) implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            if (!over.get()) {
                listener.subscribed(
                        Arrays.stream(token.getReasonCodes()).boxed().toList());
            }
        }

        @Override
        public void onFailure(@Nullable IMqttToken token, Throwable exception) {
            int reason = exception instanceof MqttException said ? reason(said.getReasonCode()) : Ended.NONE;
            if (!over.get() && reason != Ended.NONE) {
                listener.subscribed(List.of(reason));
            }
        }
    }
}
