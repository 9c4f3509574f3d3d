package io.verge.netlab;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A TCP connection through the network.
 *
 * <pre>
 *  CONNECTING ──far side accepts──▶ OPEN ──both ends shut──▶ closed
 *      └─refused, reset─▶ closed     └──silence, forget──▶ FORGOTTEN ──both sides have gone──▶ closed
 * </pre>
 *
 * The kernel accepts the near side at once, whatever the link is like: only the far side is connected through it. The loop's thread only.
 */
final class TcpConnection {
    private static final int SYN = 60;

    private final TcpRelay relay;
    private final Loop loop;
    private final Network network;
    private final Port near;
    private final Port far;
    private final Half up;
    private final Half down;
    private boolean forgotten;
    private boolean closed;
    private int ends;
    private long heard;

    TcpConnection(TcpRelay relay, Loop loop, Network network, SocketChannel client) throws IOException {
        this.relay = relay;
        this.loop = loop;
        this.network = network;
        near = port(client);
        far = port(SocketChannel.open());
        up = new Half(this, near, far, network.up(), relay.up());
        down = new Half(this, far, near, network.down(), relay.down());
        heard = loop.now();
        long reset = network.lifetime();
        if (reset != Passage.NEVER) {
            loop.at(heard + reset, this::reset);
        }
    }

    private Port port(SocketChannel channel) throws IOException {
        return new Port(channel, loop.register(channel, 0, this::ready));
    }

    /** Connects the far side, as fast as the link lets it. */
    void connect(SocketAddress target) {
        long arrival = network.up().segment(SYN, loop.now());
        loop.at(arrival, () -> connectNow(target));
    }

    private void connectNow(SocketAddress target) {
        if (closed || (isHeld() && retryConnect(target))) {
            return;
        }
        try {
            far.want(SelectionKey.OP_CONNECT, true);
            if (far.channel().connect(target)) {
                open();
            }
        } catch (IOException e) {
            reset();
        }
    }

    private boolean retryConnect(SocketAddress target) {
        loop.at(loop.now() + network.up().firstWait(), () -> connectNow(target));
        return true;
    }

    private void ready(SelectionKey key) {
        boolean isNear = key.equals(near.key());
        if (key.isConnectable()) {
            finishConnect();
        }
        if (key.isValid() && key.isReadable()) {
            (isNear ? up : down).readable();
        }
        if (key.isValid() && key.isWritable()) {
            (isNear ? down : up).deliver();
        }
    }

    private void finishConnect() {
        try {
            if (far.channel().finishConnect()) {
                open();
            }
        } catch (IOException e) {
            reset();
        }
    }

    private void open() {
        far.want(SelectionKey.OP_CONNECT, false);
        near.want(SelectionKey.OP_READ, !isHeld());
        far.want(SelectionKey.OP_READ, !isHeld());
    }

    long now() {
        return loop.now();
    }

    void deliverAt(long instant, Half half) {
        loop.at(instant, () -> {
            if (!closed) {
                half.deliver();
            }
        });
    }

    /** Whether octets vanish; looks whether it has been silent for too long, and remembers that it is not now. */
    boolean isForgotten() {
        long now = loop.now();
        long patience = network.mischief().forgotten().toNanos();
        forgotten |= patience > 0 && now - heard > patience;
        heard = now;
        return forgotten;
    }

    /** Whether the link is cut by hand. */
    boolean isHeld() {
        return relay.isCut();
    }

    /** From now on octets vanish both ways, without a word. */
    void forget() {
        forgotten = true;
        listen();
    }

    /** The link was cut: nothing moves. */
    void hold() {
        if (!forgotten) {
            near.want(SelectionKey.OP_READ, false);
            far.want(SelectionKey.OP_READ, false);
        }
    }

    /** The link is there again. */
    void goOn() {
        if (far.channel().isConnected() && !forgotten) {
            up.goOn();
            down.goOn();
        }
    }

    /** A forgotten connection's sockets are read, so that each side believes that its octets go out. */
    private void listen() {
        if (far.channel().isConnected()) {
            near.want(SelectionKey.OP_READ, true);
            far.want(SelectionKey.OP_READ, true);
        }
    }

    /** A side of a forgotten connection has ended it; the other does not hear of it. */
    void goneUnheard(Port side) {
        Sockets.close(side.channel());
        if (!near.isOpen() && !far.isOpen()) {
            close();
        }
    }

    /** A socket has failed; the other side hears of it, unless the network has forgotten them. */
    void broken(Port side) {
        if (forgotten) {
            goneUnheard(side);
        } else {
            reset();
        }
    }

    /** One end has arrived. */
    void passedEnd() {
        if (++ends == 2) {
            close();
        }
    }

    /** Ends both sides with a RST. */
    void reset() {
        if (!closed) {
            Sockets.reset(near.channel());
            Sockets.reset(far.channel());
            relay.countReset();
            close();
        }
    }

    private void close() {
        closed = true;
        Sockets.close(near.channel());
        Sockets.close(far.channel());
        relay.remove(this);
    }
}
