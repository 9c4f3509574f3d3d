package io.verge.driver.simulator.internal.play;

import io.verge.device.Counters;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Sends datagrams to one port of the loopback interface, whether anyone listens there or not. Never blocks. */
final class Datagrams implements Closeable {
    private final InetSocketAddress to;
    private final DatagramChannel channel;
    private final Counters.Counter sent;
    private final Counters.Counter errors;

    Datagrams(int port, Counters.Counter sent, Counters counters) throws IOException {
        this.sent = sent;
        to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        errors = counters.counter("errors");
        channel = DatagramChannel.open();
        channel.configureBlocking(false);
    }

    void send(ByteBuffer message) {
        try {
            if (channel.send(message, to) > 0) {
                sent.increment();
            }
        } catch (IOException e) {
            errors.increment();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
