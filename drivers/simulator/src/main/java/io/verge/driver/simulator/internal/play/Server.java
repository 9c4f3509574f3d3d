package io.verge.driver.simulator.internal.play;

import io.verge.device.Counters;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** A TCP server on the loopback interface for a few clients. Never blocks; what it does, it does when it is called. */
final class Server implements Closeable {
    private static final int MAX_CLIENTS = 4;

    private final Function<Client, Session> greet;
    private final Counters counters;
    private final ServerSocketChannel channel;
    private final List<Session> sessions = new ArrayList<>();

    /**
     * Listens.
     *
     * @param port 0 for any
     * @throws IOException names the port
     */
    Server(int port, Function<Client, Session> greet, Counters counters) throws IOException {
        this.greet = greet;
        this.counters = counters;
        channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
        } catch (IOException e) {
            channel.close();
            throw new IOException("TCP port " + port + " of the loopback interface: " + e.getMessage(), e);
        }
    }

    int port() throws IOException {
        return channel.getLocalAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
    }

    /** Lets new clients in and hears what the others say. */
    void serve() throws IOException {
        for (SocketChannel next = channel.accept(); next != null; next = channel.accept()) {
            accept(next);
        }
        each(Session::poll);
    }

    /** Tells all clients. */
    void send(ByteBuffer message) {
        each(session -> {
            session.send(message);
            return true;
        });
    }

    boolean hasClients() {
        return !sessions.isEmpty();
    }

    private void accept(SocketChannel next) throws IOException {
        if (sessions.size() >= MAX_CLIENTS) {
            counters.counter("refused").increment();
            next.close();
            return;
        }
        counters.counter("clients").increment();
        try {
            sessions.add(greet.apply(new Client(next)));
        } catch (IOException e) {
            counters.counter("dropped").increment();
            next.close();
        }
    }

    /** What is done with each client; false or an error ends its session. */
    private interface Work {
        boolean with(Session session) throws IOException;
    }

    private void each(Work work) {
        for (Iterator<Session> all = sessions.iterator(); all.hasNext(); ) {
            Session session = all.next();
            if (!stays(session, work)) {
                all.remove();
                close(session);
            }
        }
    }

    private boolean stays(Session session, Work work) {
        try {
            return work.with(session);
        } catch (IOException e) {
            counters.counter("dropped").increment();
            return false;
        }
    }

    private void close(Session session) {
        try {
            session.close();
        } catch (IOException e) {
            counters.counter("errors").increment();
        }
    }

    @Override
    public void close() throws IOException {
        sessions.forEach(this::close);
        sessions.clear();
        channel.close();
    }
}
