package io.verge.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All ways to devices behind one seam: a test puts its own in place of it. A service. Each method opens now and may block; it
 * is called on the device's own thread. Whoever opens closes.
 */
@ProviderType
public interface Transports {
    /** How long opening may take. */
    Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /**
     * A serial port, 8 data bits, no parity, 1 stop bit, no flow control.
     *
     * @param port its path or name, such as {@code /dev/ttyUSB1} or a pseudo terminal
     * @param baud octets a second times ten
     */
    Connection serial(String port, int baud) throws IOException;

    /** A stream to a host. */
    Connection tcp(InetSocketAddress address) throws IOException;

    /** Datagrams that come in at a port of this box, from anyone. Cannot be written to. */
    Connection udpListen(InetSocketAddress local) throws IOException;

    /** Datagrams to and from one host. */
    Connection udpTo(InetSocketAddress remote) throws IOException;

    /** The text messages of a WebSocket, one a read, as UTF-8. */
    Connection webSocket(URI uri) throws IOException;

    /** A file, unpacked when its name ends in {@code .gz}; {@link Connection#finite()}. Cannot be written to. */
    Connection file(Path path) throws IOException;
}
