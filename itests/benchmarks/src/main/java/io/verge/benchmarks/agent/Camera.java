package io.verge.benchmarks.agent;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A MUST camera of the benchmark's own: 30 numbered frames a second, of one road user each, to a port of this machine. It knows
 * which of them met a closed port: the kernel says so when the next one is sent.
 */
final class Camera implements AutoCloseable {
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;

    private final DatagramSocket socket;
    private final Thread thread = new Thread(this::send, "camera");

    /** When each frame was sent; guarded by this. */
    private final List<Long> sentAt = new ArrayList<>();

    /** Numbers of the frames that met a closed port; guarded by this. */
    private final NavigableSet<Integer> refused = new TreeSet<>();

    Camera(int port) throws IOException {
        socket = new DatagramSocket();
        socket.connect(InetAddress.getLoopbackAddress(), port);
        thread.setDaemon(true);
        thread.start();
    }

    /** How many frames were sent. */
    synchronized int sent() {
        return sentAt.size();
    }

    /** When this frame was sent. */
    synchronized long sentAt(int number) {
        return sentAt.get(number);
    }

    /** When the newest frame was sent. */
    private synchronized long newest() {
        return sentAt.isEmpty() ? System.nanoTime() : sentAt.get(sentAt.size() - 1);
    }

    /** The first frame from this number on that met a closed port. */
    synchronized OptionalInt firstRefused(int from) {
        Integer first = refused.ceiling(from);
        return first == null ? OptionalInt.empty() : OptionalInt.of(first);
    }

    /** Waits until the newest frame has had some milliseconds to be taken in, and the next is not due yet. */
    void awaitCalm() throws InterruptedException {
        long since;
        do {
            TimeUnit.MILLISECONDS.sleep(1);
            since = System.nanoTime() - newest();
        } while (since < PERIOD_NANOS / 3 || since > PERIOD_NANOS / 2);
    }

    private void send() {
        long next = System.nanoTime();
        try {
            for (int number = 0; !socket.isClosed(); number++) {
                for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                next += PERIOD_NANOS;
                send(number);
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new IllegalStateException("the camera cannot send", e);
        }
    }

    private void send(int number) throws IOException {
        Instant now = Instant.now();
        String line = String.format(
                Locale.ROOT,
                "sedan,%.2f,25.00,270.0,8.00,medium,95.0,%d,%d.%03d\n",
                number % 300 * 0.1 - 15,
                number,
                now.getEpochSecond(),
                TimeUnit.NANOSECONDS.toMillis(now.getNano()));
        byte[] octets = line.getBytes(StandardCharsets.US_ASCII);
        DatagramPacket packet = new DatagramPacket(octets, octets.length);
        try {
            socket.send(packet);
        } catch (PortUnreachableException e) {
            // Says it of the one before, and this one was not sent.
            refused(number - 1);
            socket.send(packet);
        }
        note(System.nanoTime());
    }

    private synchronized void refused(int number) {
        refused.add(number);
    }

    private synchronized void note(long nanos) {
        sentAt.add(nanos);
    }

    @Override
    public void close() {
        socket.close();
    }
}
