package io.verge.device;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Streams of octets as people write them in a profile: a serial port, {@code tcp://host:port} or a file. */
public final class Ports {
    private static final String TCP = "tcp://";

    private Ports() {}

    /**
     * How to reach what a block names under {@code port} or under {@code file}. Opens nothing yet.
     *
     * @param port as in {@link #stream}; empty when there is a file
     * @param baud of a serial port
     * @param file its path, may end in {@code .gz}; empty when there is a port
     * @throws IllegalArgumentException when not exactly one of them is given, or the port is wrong
     */
    public static Connector of(Transports transports, String port, int baud, String file) {
        if (port.isEmpty() == file.isEmpty()) {
            throw new IllegalArgumentException("port: '" + port + "' and file: '" + file + "': exactly one is needed");
        }
        if (file.isEmpty()) {
            return stream(transports, "port", port, baud);
        }
        Path path = Path.of(file);
        return () -> transports.file(path);
    }

    /**
     * How to reach what a block names under a key. Opens nothing yet.
     *
     * @param key for the message of the exception
     * @param port path or name of a serial port, or {@code tcp://host:port} of a serial server
     * @param baud of a serial port
     * @throws IllegalArgumentException when it begins as TCP and does not go on as an address
     */
    public static Connector stream(Transports transports, String key, String port, int baud) {
        if (!port.startsWith(TCP)) {
            return () -> transports.serial(port, baud);
        }
        InetSocketAddress address = address(key, port);
        return () -> transports.tcp(address);
    }

    private static InetSocketAddress address(String key, String port) {
        try {
            return Addresses.parse(port.substring(TCP.length()), 0);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    key + ": '" + port + "' is neither a serial port nor tcp://host:port", e);
        }
    }
}
