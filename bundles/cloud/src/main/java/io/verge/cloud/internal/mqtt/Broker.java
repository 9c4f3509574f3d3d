package io.verge.cloud.internal.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a broker is.
 *
 * @param secure whether by TLS
 * @param host name or address
 * @param port 1 to 65535
 */
public record Broker(boolean secure, String host, int port) {
    private static final int PLAIN_PORT = 1883;
    private static final int SECURE_PORT = 8883;

    /**
     * From {@code mqtt://host:port} or {@code mqtts://host:port}; the port may be left out.
     *
     * @throws IllegalArgumentException when it is something else; says what was expected
     */
    public static Broker parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
        String scheme = String.valueOf(uri.getScheme());
        boolean secure = scheme.equals("mqtts");
        if ((!secure && !scheme.equals("mqtt"))
                || uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getPort() == 0) {
            throw wrong(text);
        }
        return new Broker(secure, uri.getHost(), port(uri.getPort(), secure));
    }

    /**
     * From a server reference of MQTT 5 (4.13): {@code host} or {@code host:port}, of which there may be several with spaces
     * between; the first counts. Whether by TLS stays as it is: a broker cannot talk a box out of it.
     */
    public Optional<Broker> referred(String reference) {
        String first = reference.strip().split("\\s+", 2)[0];
        try {
            return Optional.of(parse((secure ? "mqtts://" : "mqtt://") + first));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(int given, boolean secure) {
        if (given > 0xffff) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + given);
        }
        return given > 0 ? given : secure ? SECURE_PORT : PLAIN_PORT;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "mqtt://HOST:PORT or mqtts://HOST:PORT was expected, '" + text + "' was found");
    }

    @Override
    public String toString() {
        return (secure ? "mqtts://" : "mqtt://") + host + ":" + port;
    }
}
