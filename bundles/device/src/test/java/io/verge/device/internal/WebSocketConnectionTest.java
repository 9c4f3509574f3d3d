package io.verge.device.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Connection;
import io.verge.device.MessageTooLargeException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebSocketConnectionTest {
    private static final int SIZE = 20_000;
    private final DeviceTransports transports = new DeviceTransports();
    private WebSocketServer camera;
    private Connection connection;

    @BeforeEach
    void connect() throws IOException {
        camera = WebSocketServer.accepting();
        connection = transports.webSocket(camera.uri());
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        camera.close();
    }

    @Test
    void readsOneMessageAtATime() throws IOException {
        camera.send(WebSocketServer.TEXT, true, "first");
        camera.send(WebSocketServer.TEXT, true, "zweitens: größer");
        assertThat(Loopback.read(connection, SIZE)).isEqualTo("first");
        assertThat(Loopback.read(connection, SIZE)).isEqualTo("zweitens: größer");
    }

    @Test
    void putsFragmentsTogether() throws IOException {
        camera.send(WebSocketServer.TEXT, false, "one, ");
        camera.send(WebSocketServer.CONTINUATION, false, "two, ");
        camera.send(WebSocketServer.CONTINUATION, true, "three");
        assertThat(Loopback.read(connection, SIZE)).isEqualTo("one, two, three");
    }

    @Test
    void keepsWhatCameOfAMessageWhenTheTimeIsOver() throws IOException {
        camera.send(WebSocketServer.TEXT, false, "half");
        while (connection.read(ByteBuffer.allocate(SIZE), Loopback.SHORT) != 0) {}
        camera.send(WebSocketServer.CONTINUATION, true, " whole");
        assertThat(Loopback.read(connection, SIZE)).isEqualTo("half whole");
    }

    @Test
    void takesABigMessageThatJustFits() throws IOException {
        camera.send(WebSocketServer.TEXT, true, "x".repeat(SIZE));
        assertThat(Loopback.read(connection, SIZE)).hasSize(SIZE);
    }

    @Test
    void refusesAMessageThatDoesNotFitAndReadsTheNext() throws IOException {
        camera.send(WebSocketServer.TEXT, false, "x".repeat(SIZE));
        camera.send(WebSocketServer.CONTINUATION, true, "x");
        camera.send(WebSocketServer.TEXT, true, "next");
        assertThatThrownBy(() -> Loopback.read(connection, SIZE)).isInstanceOf(MessageTooLargeException.class);
        assertThat(Loopback.read(connection, SIZE)).isEqualTo("next");
    }

    @Test
    void takesBinaryMessagesLikeText() throws IOException {
        camera.send(WebSocketServer.BINARY, true, "{}");
        assertThat(Loopback.read(connection, SIZE)).isEqualTo("{}");
    }

    @Test
    void writesText() throws IOException {
        connection.write(Loopback.octets("subscribe"));
        assertThat(camera.receive()).isEqualTo("subscribe");
    }

    @Test
    void endsWhenTheCameraCloses() throws IOException {
        camera.send(WebSocketServer.CLOSE, true, "");
        assertThat(connection.read(ByteBuffer.allocate(8), Loopback.LONG)).isEqualTo(Connection.END);
    }

    @Test
    void isLostWhenTheCameraVanishes() throws IOException {
        camera.send(WebSocketServer.TEXT, true, "last");
        assertThat(Loopback.read(connection, SIZE)).isEqualTo("last");
        camera.close();
        assertThat(lost()).isTrue();
    }

    /** Mostly at once; when the client misses the end, its pings find out in some seconds. */
    private boolean lost() {
        try {
            int count = 0;
            while (count == 0) {
                count = connection.read(ByteBuffer.allocate(8), Loopback.SHORT);
            }
            return count == Connection.END;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void saysWhyItWasRefused() throws IOException {
        try (WebSocketServer other = new WebSocketServer("403 Forbidden")) {
            assertThatThrownBy(() -> transports.webSocket(other.uri()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("HTTP status 403");
        }
    }

    @Test
    void saysWhichAddressIsNoWebSocket() {
        assertThatThrownBy(() -> transports.webSocket(URI.create("http://127.0.0.1/")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http://127.0.0.1/");
    }
}
