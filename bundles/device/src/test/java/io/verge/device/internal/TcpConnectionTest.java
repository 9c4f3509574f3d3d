package io.verge.device.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TcpConnectionTest {
    private ServerSocket server;
    private Socket device;
    private Connection connection;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        connection = new DeviceTransports().tcp(Loopback.port(server.getLocalPort()));
        device = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        device.close();
        server.close();
    }

    @Test
    void readsWhatTheDeviceSays() throws IOException {
        device.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
        assertThat(Loopback.readAll(connection, 5)).isEqualTo("hello");
    }

    @Test
    void readsIntoTheBuffersPosition() throws IOException {
        device.getOutputStream().write('x');
        ByteBuffer into = ByteBuffer.allocateDirect(4).put((byte) 'a');
        connection.read(into, Loopback.LONG);
        assertThat(into.flip()).isEqualTo(Loopback.octets("ax"));
    }

    @Test
    void readsNothingWhenTheTimeIsOver() throws IOException {
        assertThat(connection.read(ByteBuffer.allocate(8), Loopback.SHORT)).isZero();
    }

    @Test
    void endsWhenTheDeviceCloses() throws IOException {
        device.close();
        assertThat(connection.read(ByteBuffer.allocate(8), Loopback.LONG)).isEqualTo(Connection.END);
    }

    @Test
    void writesToTheDevice() throws IOException {
        connection.write(Loopback.octets("go"));
        assertThat(device.getInputStream().readNBytes(2)).isEqualTo("go".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void stopsReadingWhenAnotherThreadCloses() throws Exception {
        var reading = CompletableFuture.runAsync(() -> {
            try {
                connection.read(ByteBuffer.allocate(8), Loopback.LONG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        connection.close();
        assertThatThrownBy(reading::get).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void saysWhatCouldNotBeReached() throws IOException {
        int port = server.getLocalPort();
        server.close();
        assertThatThrownBy(() -> new DeviceTransports().tcp(Loopback.port(port)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tcp")
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void saysWhichNameIsNotKnown() {
        var address = InetSocketAddress.createUnresolved("no-such-host.invalid", 1);
        assertThatThrownBy(() -> new DeviceTransports().tcp(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-host.invalid");
    }
}
