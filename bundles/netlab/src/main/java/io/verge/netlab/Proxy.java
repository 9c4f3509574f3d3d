package io.verge.netlab;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A weak network between a program and its peer, in real time; one thread, named {@code netlab}. All methods may be called by any thread. */
public final class Proxy implements Closeable {
    private static final long PATIENCE_SECONDS = 10;

    private final Loop loop;
    private final Relay relay;
    private final Network network;
    private final Tally up;
    private final Tally down;
    private final Thread thread;

    private Proxy(Loop loop, Network network, Relay relay, Tally up, Tally down) {
        this.loop = loop;
        this.network = network;
        this.relay = relay;
        this.up = up;
        this.down = down;
        thread = new Thread(loop, "netlab");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Kind {
        Relay relay(Loop loop, Network network, Ends ends, Tally up, Tally down) throws IOException;
    }

    /**
     * Leads TCP connections.
     *
     * @param listen port 0 for any
     * @param seed the same one gives the same losses and outages, as far as the traffic is the same
     * @param nanoTime such as {@link System#nanoTime}
     * @throws IOException when it cannot listen there
     */
    public static Proxy tcp(
            InetSocketAddress listen, InetSocketAddress target, Profile profile, long seed, LongSupplier nanoTime)
            throws IOException {
        return start(TcpRelay::new, new Ends(listen, target), new Network(profile, seed), nanoTime);
    }

    /** Leads datagrams; otherwise as {@link #tcp}. */
    public static Proxy udp(
            InetSocketAddress listen, InetSocketAddress target, Profile profile, long seed, LongSupplier nanoTime)
            throws IOException {
        return start(UdpRelay::new, new Ends(listen, target), new Network(profile, seed), nanoTime);
    }

    private static Proxy start(Kind kind, Ends ends, Network network, LongSupplier nanoTime) throws IOException {
        Loop loop = new Loop(nanoTime);
        Tally up = new Tally();
        Tally down = new Tally();
        return new Proxy(loop, network, kind.relay(loop, network, ends, up, down), up, down);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return relay.address();
    }

    /** Nothing passes until {@link #mend}: an outage by hand. */
    public void cut() {
        loop.call(relay::cut);
    }

    /** Ends an outage by hand. */
    public void mend() {
        loop.call(relay::mend);
    }

    /** Half-open: the octets of connections that stand now vanish both ways and for ever, without a RST. New ones are well. */
    public void forget() {
        loop.call(relay::forget);
    }

    /** Ends all connections that stand now with a RST to both sides. */
    public void reset() {
        loop.call(relay::reset);
    }

    /**
     * What it has done.
     *
     * @throws IOException when the proxy is closed
     */
    public Report report() throws IOException {
        return ask(() -> new Report(
                up.report(network.up().waiting(loop.now())),
                down.report(network.down().waiting(loop.now())),
                relay.connections(),
                relay.resets(),
                network.up().clear(loop.now()) > loop.now()));
    }

    private <T> T ask(Supplier<T> question) throws IOException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.call(() -> answer.complete(question.get()));
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the proxy does not answer", e);
        }
    }

    /** Closes all sockets and ends the thread. */
    @Override
    public void close() {
        loop.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
