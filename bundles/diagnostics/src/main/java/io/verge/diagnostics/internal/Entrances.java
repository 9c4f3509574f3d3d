package io.verge.diagnostics.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the door is to be.
 *
 * @param plain address and port of plain CoAP, on loopback; null when it stays closed
 * @param secure address and port of CoAP over DTLS; null when it stays closed
 */
record Entrances(@Nullable InetSocketAddress plain, @Nullable InetSocketAddress secure) {
    static Entrances of(DiagnosticsConfig config) {
        return new Entrances(
                config.port() == 0 ? null : new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()),
                config.securePort() == 0 ? null : new InetSocketAddress(config.address(), config.securePort()));
    }
}
