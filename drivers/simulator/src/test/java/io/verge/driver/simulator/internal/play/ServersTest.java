package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Counters;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ServersTest {
    private final Counters counters = new Counters();
    private final Server server;

    ServersTest() throws IOException {
        server = new Server(0, StreamSession::new, counters);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void tellsAllItsClients() throws IOException {
        try (Socket first = connect();
                Socket second = connect()) {
            awaitClients(2);
            server.send(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            assertThat(first.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            assertThat(second.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void dropsAClientThatDoesNotRead() throws IOException {
        try (Socket lazy = connect()) {
            awaitClients(1);
            ByteBuffer frame = ByteBuffer.allocate(2_000);
            int frames = 0;
            while (server.hasClients()) {
                server.send(frame);
                frames++;
                assertThat(frames).as("frames that wait for %s", lazy).isLessThan(20_000);
            }
            assertThat(counters.snapshot()).containsEntry("dropped", 1L);
        }
    }

    @Test
    void goesOnWithTheOthersWhenOneLeaves() throws IOException {
        try (Socket stays = connect()) {
            connect().close();
            awaitClients(2);
            server.serve();
            server.send(ByteBuffer.wrap(new byte[] {7}));
            server.serve();
            server.send(ByteBuffer.wrap(new byte[] {8}));
            assertThat(stays.getInputStream().readNBytes(2)).containsExactly(7, 8);
        }
    }

    @Test
    void refusesMoreClientsThanItHasPlacesFor() throws IOException {
        Socket[] all = {connect(), connect(), connect(), connect(), connect()};
        while (!counters.snapshot().containsKey("refused")) {
            server.serve();
        }
        for (Socket each : all) {
            each.close();
        }
        assertThat(counters.snapshot()).containsEntry("clients", 4L).containsEntry("refused", 1L);
    }

    @Test
    void aClosedServerLeavesItsClients() throws IOException {
        try (Socket client = connect();
                InputStream in = client.getInputStream()) {
            awaitClients(1);
            server.close();
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        int taken = server.port();
        assertThatThrownBy(() -> new Server(taken, StreamSession::new, counters))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("TCP port " + taken);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private void awaitClients(long count) throws IOException {
        while (counters.counter("clients").get() < count) {
            server.serve();
        }
    }
}
