package io.verge.benchmarks.agent;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A radio on loopback: takes messages as text (USDOT RSU 4.1, Immediate Forward) and says when each came. */
final class RadioPort implements AutoCloseable {
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final Listener listener;

    /** Told on the port's own thread. */
    interface Listener {
        /** A message was here at this nanosecond. */
        void received(long nanos, Message message);
    }

    /** The text of a message. */
    record Message(String text) {
        /** Such as SPAT. */
        String type() {
            return value("Type");
        }

        byte[] payload() {
            return HexFormat.of().parseHex(value("Payload"));
        }

        private String value(String key) {
            int from = text.indexOf("\n" + key + "=") + key.length() + 2;
            return text.substring(from, text.indexOf('\n', from));
        }
    }

    /** Opens a free port. */
    RadioPort(Listener listener) throws IOException {
        this.listener = listener;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::receive, "radio");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void receive() {
        byte[] octets = new byte[LARGEST];
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(octets, octets.length);
                socket.receive(packet);
                long now = System.nanoTime();
                listener.received(
                        now, new Message(new String(octets, 0, packet.getLength(), StandardCharsets.US_ASCII)));
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new IllegalStateException("the radio's port does not receive", e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
