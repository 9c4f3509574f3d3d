package io.verge.ingest.internal.session;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** The settings in the client's terms. Secrets are read at each connection, so that renewed ones are used with the next. */
final class ConnectOptions {
    private static final int KEEP_ALIVE = 30;
    /** So long the boxes may go on before they learn that nobody takes what they send. */
    private static final long WILL_DELAY = 5;

    private ConnectOptions() {}

    /**
     * Where, as the client wants it.
     *
     * @throws IllegalArgumentException when it is no address of a broker; says what was expected
     */
    static String address(SessionSettings settings) {
        URI uri = URI.create(settings.broker());
        boolean secure = "mqtts".equals(uri.getScheme());
        if (uri.getHost() == null || (!secure && !"mqtt".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "mqtt://HOST:PORT or mqtts://HOST:PORT was expected, '" + settings.broker() + "' was found");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 8883 : 1883;
        return (secure ? "ssl://" : "tcp://") + uri.getHost() + ":" + port;
    }

    static MqttConnectionOptions of(SessionSettings settings, String will) throws IOException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setKeepAliveInterval(KEEP_ALIVE);
        options.setConnectionTimeout((int) settings.deadline().toSeconds());
        options.setWill(settings.state(), new MqttMessage(will.getBytes(StandardCharsets.UTF_8), 1, true, null));
        MqttProperties delay = new MqttProperties();
        delay.setWillDelayInterval(WILL_DELAY);
        options.setWillMessageProperties(delay);
        if (settings.user() != null) {
            options.setUserName(settings.user());
        }
        if (settings.passwordFile() != null) {
            options.setPassword(line(settings.passwordFile()).getBytes(StandardCharsets.UTF_8));
        }
        if (settings.broker().startsWith("mqtts:")) {
            options.setSocketFactory(Tls.sockets(settings));
        }
        return options;
    }

    /** The first line of a file with a password; empty without a file. */
    static String line(@Nullable Path file) throws IOException {
        return file == null ? "" : Files.readString(file).lines().findFirst().orElse("");
    }
}
