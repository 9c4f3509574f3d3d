package io.verge.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** The settings in the client's terms. */
final class ConnectOptions {
    private static final int KEEP_ALIVE = 30;
    /** So long others may go on before they learn that nobody is there. */
    private static final long WILL_DELAY = 5;

    private ConnectOptions() {}

    static MqttConnectionOptions of(SessionSettings settings) throws IOException {
        BrokerAccess access = settings.access();
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(settings.expiry().isZero());
        options.setSessionExpiryInterval(settings.expiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setKeepAliveInterval(KEEP_ALIVE);
        options.setConnectionTimeout((int) access.deadline().toSeconds());
        Outgoing will = settings.will();
        if (will != null) {
            options.setWill(will.topic(), new MqttMessage(will.content(), 1, will.retained(), null));
            MqttProperties delay = new MqttProperties();
            delay.setWillDelayInterval(WILL_DELAY);
            options.setWillMessageProperties(delay);
        }
        if (access.user() != null) {
            options.setUserName(access.user());
        }
        if (access.passwordFile() != null) {
            options.setPassword(line(access.passwordFile()).getBytes(StandardCharsets.UTF_8));
        }
        if (access.isSecure()) {
            options.setSocketFactory(access.tls().sockets());
        }
        return options;
    }

    /** The first line of a file with a password; empty without a file. */
    static String line(@Nullable Path file) throws IOException {
        return file == null ? "" : Files.readString(file).lines().findFirst().orElse("");
    }
}
