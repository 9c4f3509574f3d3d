package io.verge.device.internal;

import io.verge.device.Connection;
import io.verge.device.MessageTooLargeException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Datagrams: from anyone at a port of this box, or to and from one host. */
final class UdpConnection implements Connection {
    /** Asked of the kernel, which may give less: a burst of datagrams must wait somewhere while the driver is busy. */
    private static final int RECEIVE_BUFFER = 1 << 20;

    private static final int GREATEST_DATAGRAM = 65_535;

    private final DatagramSocket socket;
    private final String name;
    /** One octet more than the caller's buffer, so that a datagram that does not fit can be told. */
    private byte[] spare = {};

    private UdpConnection(DatagramSocket socket, String name) {
        this.socket = socket;
        this.name = name;
    }

    static UdpConnection listen(InetSocketAddress local) throws IOException {
        String name = "udp port " + local.getPort();
        DatagramSocket socket = socket(name);
        try {
            socket.bind(local);
            return new UdpConnection(socket, name);
        } catch (IOException e) {
            socket.close();
            throw new IOException(name + " of this box: " + Reads.reason(e), e);
        }
    }

    static UdpConnection to(InetSocketAddress remote) throws IOException {
        String name = "udp " + remote;
        DatagramSocket socket = socket(name);
        try {
            socket.connect(remote);
            return new UdpConnection(socket, name);
        } catch (IOException e) {
            socket.close();
            throw new IOException(name + ": " + Reads.reason(e), e);
        }
    }

    private static DatagramSocket socket(String name) throws IOException {
        try {
            DatagramSocket socket = new DatagramSocket(null);
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            return socket;
        } catch (IOException e) {
            throw new IOException(name + ": " + Reads.reason(e), e);
        }
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        int room = Math.min(into.remaining(), GREATEST_DATAGRAM);
        if (spare.length < room + 1) {
            spare = new byte[room + 1];
        }
        DatagramPacket packet = new DatagramPacket(spare, room + 1);
        socket.setSoTimeout(Reads.millis(timeout));
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            return 0;
        }
        if (packet.getLength() > room) {
            throw new MessageTooLargeException(name, room);
        }
        into.put(spare, 0, packet.getLength());
        return packet.getLength();
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        if (!socket.isConnected()) {
            throw new IOException(name + " of this box only listens");
        }
        byte[] octets = Reads.remaining(from);
        socket.send(new DatagramPacket(octets, octets.length));
    }

    @Override
    public void close() {
        socket.close();
    }
}
