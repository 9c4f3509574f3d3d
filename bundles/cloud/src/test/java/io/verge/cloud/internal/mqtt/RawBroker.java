package io.verge.cloud.internal.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker that speaks as badly as the test wants: whoever connects is given to its script on a thread of its own. */
public final class RawBroker implements AutoCloseable {
    /** What it does with a connection. */
    @FunctionalInterface
    public interface Script {
        void play(Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    public RawBroker(Script script) throws IOException {
        this(new ServerSocket(0, 16, InetAddress.getLoopbackAddress()), script);
    }

    /** On a socket of the test's. */
    public RawBroker(ServerSocket listening, Script script) {
        server = listening;
        Thread accepting = new Thread(() -> accept(script), "raw-broker");
        accepting.setDaemon(true);
        threads.add(accepting);
        accepting.start();
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread playing = new Thread(() -> play(script, socket), "raw-broker-connection");
                playing.setDaemon(true);
                playing.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void play(Script script, Socket socket) {
        try {
            script.play(socket);
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public int connections() {
        return open.size();
    }

    /** Reads one packet whole. */
    public static byte[] packet(Socket socket) throws IOException {
        var in = socket.getInputStream();
        int first = in.read();
        int length = 0;
        int octet;
        int shift = 0;
        do {
            octet = in.read();
            length |= (octet & 0x7f) << shift;
            shift += 7;
        } while (octet >= 0x80);
        byte[] rest = in.readNBytes(length);
        byte[] packet = new byte[rest.length + 1];
        packet[0] = (byte) first;
        System.arraycopy(rest, 0, packet, 1, rest.length);
        return packet;
    }

    /** Reads CONNECT and accepts it. */
    public static void accept(Socket socket) throws IOException {
        packet(socket);
        send(socket, 0x20, 3, 0, 0, 0);
    }

    public static void send(Socket socket, int... octets) throws IOException {
        byte[] all = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            all[i] = (byte) octets[i];
        }
        socket.getOutputStream().write(all);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
