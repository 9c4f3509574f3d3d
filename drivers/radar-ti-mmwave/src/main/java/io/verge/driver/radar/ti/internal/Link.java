package io.verge.driver.radar.ti.internal;

import io.verge.device.Addresses;
import io.verge.device.Connection;
import io.verge.device.Transports;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One of the radar's two links.
 *
 * @param port of a serial link; empty when there is an address
 * @param address of a serial server; null for a serial link
 */
record Link(String port, int baud, @Nullable InetSocketAddress address) {
    private static final String TCP = "tcp://";

    /**
     * From its configuration.
     *
     * @param key of the configuration, for the message of the exception
     * @param text a serial port or {@code tcp://host:port}
     */
    static Link parse(String key, String text, int baud) {
        if (!text.startsWith(TCP)) {
            return new Link(text, baud, null);
        }
        try {
            return new Link("", baud, Addresses.parse(text.substring(TCP.length()), 0));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    key + ": '" + text + "' is neither a serial port nor tcp://host:port", e);
        }
    }

    Connection open(Transports transports) throws IOException {
        return address == null ? transports.serial(port, baud) : transports.tcp(address);
    }
}
