package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Counters;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilteredDatagramsTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Counters.Counter foreign = new Counters().counter("foreign");
    private final FilteredDatagrams filtered;

    FilteredDatagramsTest() throws IOException {
        filtered = FilteredDatagrams.open(InetSocketAddress.createUnresolved("127.0.0.1", 0), "127.0.0.2", foreign);
    }

    @AfterEach
    void close() {
        filtered.close();
    }

    @Test
    void takesWhatTheControllerSends() throws IOException {
        send("127.0.0.2");
        ByteBuffer buffer = ByteBuffer.allocate(300);
        assertThat(filtered.read(buffer, LONG)).isEqualTo(3);
        assertThat(buffer.get(2)).isEqualTo((byte) 3);
    }

    @Test
    void dropsAndCountsWhatOthersSend() throws IOException {
        send("127.0.0.3");
        assertThat(filtered.read(ByteBuffer.allocate(300), LONG)).isZero();
        assertThat(foreign.get()).isEqualTo(1);
    }

    @Test
    void waitsNoLongerThanAsked() throws IOException {
        assertThat(filtered.read(ByteBuffer.allocate(300), Duration.ofMillis(1)))
                .isZero();
        assertThat(foreign.get()).isZero();
    }

    @Test
    void saysWhichPortIsTaken() {
        assertThatThrownBy(() -> FilteredDatagrams.open(
                        InetSocketAddress.createUnresolved("127.0.0.1", filtered.port()), "127.0.0.2", foreign))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("udp port " + filtered.port());
    }

    private void send(String from) throws IOException {
        try (DatagramSocket sender = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(from), 0))) {
            sender.send(new DatagramPacket(
                    new byte[] {1, 2, 3}, 3, new InetSocketAddress(InetAddress.getLoopbackAddress(), filtered.port())));
        }
    }
}
