package io.verge.device.internal;

import io.verge.device.Connection;
import io.verge.device.Transports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** The real ways to devices. Holds no connection: whoever opens one closes it. */
@Component(service = Transports.class)
public final class DeviceTransports implements Transports {
    /** Made when the first WebSocket is opened, because it has a thread of its own. */
    private @Nullable HttpClient http;

    @Override
    public Connection serial(String port, int baud) throws IOException {
        try {
            return SerialConnection.open(port, baud);
        } catch (LinkageError e) {
            throw new IOException("serial port " + port + ": its native library does not load on this box: " + e, e);
        }
    }

    @Override
    public Connection tcp(InetSocketAddress address) throws IOException {
        return TcpConnection.open(resolved(address));
    }

    @Override
    public Connection udpListen(InetSocketAddress local) throws IOException {
        return UdpConnection.listen(resolved(local));
    }

    @Override
    public Connection udpTo(InetSocketAddress remote) throws IOException {
        return UdpConnection.to(resolved(remote));
    }

    @Override
    public Connection webSocket(URI uri) throws IOException {
        return WebSocketConnection.open(http(), uri);
    }

    @Override
    public Connection file(Path path) throws IOException {
        return FileConnection.open(path);
    }

    private synchronized HttpClient http() {
        HttpClient made = http;
        if (made == null) {
            // Devices are in the cabinet or on its network: never through a proxy.
            made = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_LIMIT)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
            http = made;
        }
        return made;
    }

    private static InetSocketAddress resolved(InetSocketAddress address) throws IOException {
        if (!address.isUnresolved()) {
            return address;
        }
        InetSocketAddress resolved = new InetSocketAddress(address.getHostString(), address.getPort());
        if (resolved.isUnresolved()) {
            throw new UnknownHostException("the name " + address.getHostString() + " is not known");
        }
        return resolved;
    }
}
