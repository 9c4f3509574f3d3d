package io.verge.device.testkit;

import io.verge.device.Connection;
import io.verge.device.Transports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Transports whose other side is the test: it sees what a driver opens and plays the device. */
public final class ScriptedTransports implements Transports {
    private final Awaited awaited = new Awaited();
    private final List<String> opened = new ArrayList<>();
    private final List<ScriptedConnection> connections = new ArrayList<>();
    private Consumer<ScriptedConnection> onOpen = connection -> {};
    private @Nullable String refusal;
    private int taken;

    /** From now on opening fails for this reason; null lets it succeed again. */
    public void refuse(@Nullable String reason) {
        awaited.change(() -> refusal = reason);
    }

    /** Called with each new connection before the driver has it, to give or to answer. */
    public void onOpen(Consumer<ScriptedConnection> script) {
        awaited.change(() -> onOpen = script);
    }

    /**
     * All that was asked for, refused or not, in order: {@code serial PORT BAUD}, {@code tcp HOST:PORT},
     * {@code udp-listen PORT}, {@code udp HOST:PORT}, {@code ws URI}, {@code file PATH}.
     */
    public List<String> opened() {
        return awaited.look(() -> List.copyOf(opened));
    }

    /** Waits until the driver has asked so many times. */
    public void awaitOpened(int times) throws InterruptedException {
        awaited.await(() -> opened.size() >= times, () -> opened.size() + " of " + times + " times opened: " + opened);
    }

    /** Waits for the next connection that the driver opens, or has opened and nobody has taken. */
    public ScriptedConnection awaitConnection() throws InterruptedException {
        awaited.await(() -> taken < connections.size(), () -> "no new connection; opened so far: " + opened);
        return awaited.look(() -> connections.get(taken++));
    }

    @Override
    public Connection serial(String port, int baud) throws IOException {
        return open("serial " + port + " " + baud, ScriptedConnection.Kind.STREAM);
    }

    @Override
    public Connection tcp(InetSocketAddress address) throws IOException {
        return open("tcp " + text(address), ScriptedConnection.Kind.STREAM);
    }

    @Override
    public Connection udpListen(InetSocketAddress local) throws IOException {
        return open("udp-listen " + local.getPort(), ScriptedConnection.Kind.MESSAGES);
    }

    @Override
    public Connection udpTo(InetSocketAddress remote) throws IOException {
        return open("udp " + text(remote), ScriptedConnection.Kind.MESSAGES);
    }

    @Override
    public Connection webSocket(URI uri) throws IOException {
        return open("ws " + uri, ScriptedConnection.Kind.MESSAGES);
    }

    @Override
    public Connection file(Path path) throws IOException {
        return open("file " + path, ScriptedConnection.Kind.FILE);
    }

    private Connection open(String address, ScriptedConnection.Kind kind) throws IOException {
        awaited.change(() -> opened.add(address));
        String reason = awaited.look(() -> refusal);
        if (reason != null) {
            throw new IOException(reason);
        }
        ScriptedConnection connection = new ScriptedConnection(address, kind);
        awaited.look(() -> onOpen).accept(connection);
        awaited.change(() -> connections.add(connection));
        return connection;
    }

    private static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }
}
