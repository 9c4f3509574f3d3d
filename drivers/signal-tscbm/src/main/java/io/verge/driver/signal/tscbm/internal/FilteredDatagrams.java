package io.verge.driver.signal.tscbm.internal;

import io.verge.device.Connection;
import io.verge.device.Counters;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Datagrams that come in at a port of this box from one address; others are counted and dropped. */
final class FilteredDatagrams implements Connection {
    private static final int GREATEST_DATAGRAM = 65_535;

    private final DatagramSocket socket;
    private final InetAddress from;
    private final Counters.Counter foreign;
    private final byte[] octets = new byte[GREATEST_DATAGRAM];

    private FilteredDatagrams(DatagramSocket socket, InetAddress from, Counters.Counter foreign) {
        this.socket = socket;
        this.from = from;
        this.foreign = foreign;
    }

    /** Looks the names up and opens the port. */
    static FilteredDatagrams open(InetSocketAddress local, String from, Counters.Counter foreign) throws IOException {
        InetAddress sender = resolve(from);
        InetAddress own = resolve(local.getHostString());
        try {
            return new FilteredDatagrams(new DatagramSocket(local.getPort(), own), sender, foreign);
        } catch (IOException e) {
            throw new IOException(
                    "udp port " + local.getPort() + " of this box cannot be opened: " + e.getMessage(), e);
        }
    }

    private static InetAddress resolve(String name) throws IOException {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IOException("the name '" + name + "' is not known", e);
        }
    }

    /** The port that it listens to. */
    int port() {
        return socket.getLocalPort();
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        socket.setSoTimeout((int) Math.max(1, Math.min(timeout.toMillis(), Integer.MAX_VALUE)));
        DatagramPacket packet = new DatagramPacket(octets, octets.length);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            return 0;
        }
        if (!packet.getAddress().equals(from)) {
            foreign.increment();
            return 0;
        }
        int length = Math.min(packet.getLength(), into.remaining());
        into.put(octets, 0, length);
        return length;
    }

    @Override
    public void write(ByteBuffer out) throws IOException {
        throw new IOException("the broadcast is only listened to");
    }

    @Override
    public void close() {
        socket.close();
    }
}
