package io.verge.netlab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** TCP connections through the network, one far connection for each near one. */
final class TcpRelay implements Relay {
    private final Loop loop;
    private final Network network;
    private final InetSocketAddress target;
    private final ServerSocketChannel server;
    private final InetSocketAddress address;
    private final Tally up;
    private final Tally down;
    private final Set<TcpConnection> connections = new LinkedHashSet<>();
    private boolean cut;
    private long resets;

    TcpRelay(Loop loop, Network network, Ends ends, Tally up, Tally down) throws IOException {
        this.loop = loop;
        this.network = network;
        this.target = ends.target();
        this.up = up;
        this.down = down;
        server = ServerSocketChannel.open();
        try {
            server.bind(ends.listen(), 1_024);
            address = (InetSocketAddress) server.getLocalAddress();
            loop.register(server, SelectionKey.OP_ACCEPT, key -> accept());
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private void accept() {
        try {
            SocketChannel client = server.accept();
            if (client != null) {
                TcpConnection connection = new TcpConnection(this, loop, network, client);
                connections.add(connection);
                connection.connect(target);
            }
        } catch (IOException e) {
            resets++; // out of file descriptors, or the client has gone: nobody else is concerned
        }
    }

    Tally up() {
        return up;
    }

    Tally down() {
        return down;
    }

    boolean isCut() {
        return cut;
    }

    void countReset() {
        resets++;
    }

    void remove(TcpConnection connection) {
        connections.remove(connection);
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void cut() {
        cut = true;
        connections.forEach(TcpConnection::hold);
    }

    @Override
    public void mend() {
        cut = false;
        connections.forEach(TcpConnection::goOn);
    }

    @Override
    public void forget() {
        connections.forEach(TcpConnection::forget);
    }

    @Override
    public void reset() {
        List.copyOf(connections).forEach(TcpConnection::reset);
    }

    @Override
    public int connections() {
        return connections.size();
    }

    @Override
    public long resets() {
        return resets;
    }
}
