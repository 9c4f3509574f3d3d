package io.verge.driver.simulator.internal.play;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/** A UDP port of the loopback interface on which a device listens. Never blocks. */
final class DatagramPort implements Closeable {
    private final DatagramChannel channel;
    private final int port;

    /** @param wanted 0 for any that is free */
    DatagramPort(int wanted) throws IOException {
        channel = DatagramChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            channel.configureBlocking(false);
        } catch (IOException e) {
            channel.close();
            throw new IOException("UDP port " + wanted + " of the loopback interface: " + e.getMessage(), e);
        }
        port = channel.getLocalAddress() instanceof InetSocketAddress local ? local.getPort() : wanted;
    }

    /** For people. */
    String address() {
        return "udp at 127.0.0.1:" + port;
    }

    /** Fills the buffer from its beginning and turns it for reading; null when nothing has come. */
    @Nullable
    SocketAddress receive(ByteBuffer datagram) throws IOException {
        datagram.clear();
        SocketAddress from = channel.receive(datagram);
        datagram.flip();
        return from;
    }

    void send(ByteBuffer datagram, SocketAddress to) throws IOException {
        channel.send(datagram, to);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
