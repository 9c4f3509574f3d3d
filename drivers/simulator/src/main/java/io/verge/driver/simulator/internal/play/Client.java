package io.verge.driver.simulator.internal.play;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/** The way to one client of a server. Never blocks; what the client has yet to read is bounded. */
final class Client implements Closeable {
    /** What may wait for a client that reads slowly, octets. */
    static final int LIMIT = 64 * 1024;

    private final SocketChannel channel;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private int octets;

    Client(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, LIMIT);
    }

    /**
     * Sends, now or when the client reads on.
     *
     * @param message is kept, not copied
     * @throws IOException when the client is gone, or too much waits for it
     */
    void send(ByteBuffer message) throws IOException {
        if (octets + message.remaining() > LIMIT) {
            throw new IOException("the client does not read");
        }
        octets += message.remaining();
        waiting.add(message.duplicate());
        flush();
    }

    /** Sends what waits, as far as the client reads. */
    void flush() throws IOException {
        for (ByteBuffer next = waiting.peek(); next != null; next = waiting.peek()) {
            octets -= channel.write(next);
            if (next.hasRemaining()) {
                return;
            }
            waiting.remove();
        }
    }

    /** Reads what is there; −1 when the client has ended. */
    int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
