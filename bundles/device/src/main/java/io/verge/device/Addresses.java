package io.verge.device;

import java.net.InetSocketAddress;

/** Addresses as people write them in a profile. */
public final class Addresses {
    private Addresses() {}

    /**
     * {@code host:port}, {@code [v6]:port} or, with a default, {@code host} alone. Does not look the name up: the transport
     * does, each time it connects.
     *
     * @param defaultPort 1 to 65535, or 0 when the port must be written
     * @throws IllegalArgumentException says what is wrong with the text
     */
    public static InetSocketAddress parse(String text, int defaultPort) {
        int colon = text.lastIndexOf(':');
        boolean portless = colon < 0 || (text.startsWith("[") && text.endsWith("]"));
        String host = portless ? text : text.substring(0, colon);
        int port = portless ? defaultPort : port(text, text.substring(colon + 1));
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isBlank() || port == 0) {
            throw new IllegalArgumentException("'" + text + "' is not host:port");
        }
        return InetSocketAddress.createUnresolved(host, port);
    }

    private static int port(String text, String digits) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is none of a port.
        }
        throw new IllegalArgumentException("'" + text + "': a port is 1 to 65535, not '" + digits + "'");
    }
}
