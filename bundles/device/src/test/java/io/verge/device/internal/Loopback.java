package io.verge.device.internal;

import io.verge.device.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the tests of real transports share. */
final class Loopback {
    static final Duration LONG = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(10);

    private Loopback() {}

    static InetSocketAddress port(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One read into a buffer of this size, as text. */
    static String read(Connection connection, int size) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(size);
        int count = connection.read(into, LONG);
        return new String(into.array(), 0, Math.max(count, 0), StandardCharsets.UTF_8);
    }

    /** As much as the text is long, in as many reads as it takes. */
    static String readAll(Connection connection, int length) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            String more = read(connection, length - text.length());
            if (more.isEmpty()) {
                break;
            }
            text.append(more);
        }
        return text.toString();
    }
}
