package io.verge.device.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Connection;
import io.verge.device.MessageTooLargeException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class UdpConnectionTest {
    private final DeviceTransports transports = new DeviceTransports();
    private DatagramSocket device;

    @BeforeEach
    void open() throws IOException {
        device = new DatagramSocket(Loopback.port(0));
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void exchangesDatagramsWithOneHost() throws IOException {
        try (Connection connection = transports.udpTo(Loopback.port(device.getLocalPort()))) {
            connection.write(Loopback.octets("ask"));
            DatagramPacket question = receive();
            say("answer", question.getPort());
            assertThat(Loopback.read(connection, 100)).isEqualTo("answer");
        }
    }

    @Test
    void hearsAnyoneAtAPort() throws IOException {
        int port = freePort();
        try (Connection connection = transports.udpListen(Loopback.port(port))) {
            say("hello", port);
            assertThat(Loopback.read(connection, 100)).isEqualTo("hello");
        }
    }

    @Test
    void takesADatagramThatJustFits() throws IOException {
        int port = freePort();
        try (Connection connection = transports.udpListen(Loopback.port(port))) {
            say("12345", port);
            assertThat(Loopback.read(connection, 5)).isEqualTo("12345");
        }
    }

    @Test
    void refusesADatagramThatDoesNotFitAndReadsTheNext() throws IOException {
        int port = freePort();
        try (Connection connection = transports.udpListen(Loopback.port(port))) {
            say("123456", port);
            say("next", port);
            assertThatThrownBy(() -> Loopback.read(connection, 5))
                    .isInstanceOf(MessageTooLargeException.class)
                    .hasMessageContaining("5 octets");
            assertThat(Loopback.read(connection, 5)).isEqualTo("next");
        }
    }

    @Test
    void readsNothingWhenTheTimeIsOver() throws IOException {
        try (Connection connection = transports.udpTo(Loopback.port(device.getLocalPort()))) {
            assertThat(connection.read(ByteBuffer.allocate(8), Loopback.SHORT)).isZero();
        }
    }

    @Test
    void saysThatNobodyListensThere() throws IOException {
        int port = device.getLocalPort();
        device.close();
        try (Connection connection = transports.udpTo(Loopback.port(port))) {
            connection.write(Loopback.octets("ask"));
            assertThatThrownBy(() -> Loopback.read(connection, 8)).isInstanceOf(PortUnreachableException.class);
        }
    }

    @Test
    void doesNotWriteWhereItOnlyListens() throws IOException {
        try (Connection connection = transports.udpListen(Loopback.port(freePort()))) {
            assertThatThrownBy(() -> connection.write(Loopback.octets("ask")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("only listens");
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        int port = device.getLocalPort();
        assertThatThrownBy(() -> transports.udpListen(Loopback.port(port)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("udp port " + port);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket probe = new DatagramSocket(Loopback.port(0))) {
            return probe.getLocalPort();
        }
    }

    private void say(String text, int port) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        device.send(new DatagramPacket(octets, octets.length, Loopback.port(port)));
    }

    private DatagramPacket receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        device.receive(packet);
        return packet;
    }
}
