package io.verge.device.internal;

import io.verge.device.Connection;
import io.verge.device.Transports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A stream to a host. Writing and reading may go on at the same time. */
final class TcpConnection implements Connection {
    private final Socket socket;

    private TcpConnection(Socket socket) {
        this.socket = socket;
    }

    static TcpConnection open(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, Reads.millis(Transports.CONNECT_LIMIT));
            return new TcpConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw new IOException("tcp " + address + ": " + Reads.reason(e), e);
        }
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        socket.setSoTimeout(Reads.millis(timeout));
        try {
            return Reads.once(into, socket.getInputStream()::read);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        socket.getOutputStream().write(Reads.remaining(from));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
