package io.verge.benchmarks.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Four radars behind TCP ports, which send in turn, one packet each 12.5 ms. */
final class RadarFeed implements AutoCloseable {
    private static final int CONNECT_MILLIS = 60_000;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) / RadarPackets.RATE;

    private final RadarPackets packets = new RadarPackets();
    private final List<ServerSocket> servers = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private int turn;

    /** Opens free ports. */
    RadarFeed() throws IOException {
        for (int i = 0; i < Traffic.RADARS; i++) {
            ServerSocket server = new ServerSocket();
            server.setSoTimeout(CONNECT_MILLIS);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            servers.add(server);
        }
    }

    /** As in a profile. */
    String address(int radar) {
        return "tcp://127.0.0.1:" + servers.get(radar).getLocalPort();
    }

    /** Waits until the agent is connected to all radars. */
    void accept() throws IOException {
        for (ServerSocket server : servers) {
            Socket socket = server.accept();
            socket.setTcpNoDelay(true);
            sockets.add(socket);
        }
    }

    /**
     * A packet that was sent, on this machine's monotonic clock.
     *
     * @param due when it should have been sent
     * @param written just before it was written as a whole: the kernel has its last octet a few microseconds later, which counts
     *     against the agent
     */
    record Sent(long due, long written) {}

    /** Sends for some time, from where it stopped before. */
    List<Sent> send(int seconds) throws IOException {
        int turns = seconds * RadarPackets.RATE;
        int end = turn + turns;
        List<Sent> sent = new ArrayList<>(turns);
        long next = System.nanoTime();
        for (; turn < end; turn++) {
            byte[] packet = packets.get(turn);
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            sent.add(new Sent(next, System.nanoTime()));
            sockets.get(turn % Traffic.RADARS).getOutputStream().write(packet);
            next += PERIOD_NANOS;
        }
        return sent;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        for (ServerSocket server : servers) {
            server.close();
        }
    }
}
