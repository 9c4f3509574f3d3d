package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.device.Counters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the JDK's own WebSocket as the client. */
@Timeout(20)
class FlirPlayerTest {
    private static final String SUBSCRIBE = "{\"messageType\":\"Subscription\",\"subscription\":{\"type\":\"Data\","
            + "\"action\":\"Subscribe\",\"inclusions\":[{\"type\":\"PedestrianPresenceTracking\"}]}}";

    private final Counters counters = new Counters();
    private final FlirPlayer player;
    private final Ear ear = new Ear();
    private long tick;

    FlirPlayerTest() throws IOException {
        player = new FlirPlayer(
                Placement.parse("flir", "north=port 0, east 0, north 0, up 5, azimuth 0"),
                new SiteFrame(new Wgs84(30.5, 114.3, 21)),
                new SplittableRandom(1),
                counters);
    }

    @AfterEach
    void close() throws IOException {
        player.close();
    }

    @Test
    void answersASubscription() throws IOException {
        subscribe();
        await(() -> !ear.texts.isEmpty());
        assertThat(ear.texts.peek()).contains("\"returnValue\":\"OK\"");
    }

    @Test
    void sendsDataAfterTheAnswer() throws IOException {
        subscribe();
        await(() -> ear.texts.size() >= 3);
        assertThat(List.copyOf(ear.texts).get(2)).contains("\"messageType\":\"Data\"", "\"track\":[]");
    }

    @Test
    void sendsNothingToWhoHasNotSubscribed() throws IOException {
        WebSocket socket = connect();
        play(60);
        await(socket.sendPing(ByteBuffer.wrap(new byte[] {1}))::isDone);
        await(() -> ear.pongs > 0);
        assertThat(ear.texts).isEmpty();
    }

    @Test
    void answersAClose() throws IOException {
        WebSocket socket = connect();
        await(socket.sendClose(WebSocket.NORMAL_CLOSURE, "")::isDone);
        await(() -> ear.closed);
        assertThat(ear.closed).isTrue();
    }

    @Test
    void dropsWhoDoesNotSpeakWebSocket() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            await(() -> counters.counter("dropped").get() > 0);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void dropsWhoAsksWithoutEnd() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri().getPort())) {
            socket.getOutputStream().write(new byte[9_000]);
            await(() -> counters.counter("dropped").get() > 0);
            assertThat(counters.snapshot()).containsEntry("dropped", 1L);
        }
    }

    private void subscribe() throws IOException {
        await(connect().sendText(SUBSCRIBE, true)::isDone);
    }

    private WebSocket connect() throws IOException {
        CompletableFuture<WebSocket> opened =
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri(), ear);
        await(opened::isDone);
        return opened.join();
    }

    private URI uri() {
        return URI.create(player.address().substring(player.address().indexOf("ws:")));
    }

    private void await(BooleanSupplier done) throws IOException {
        while (!done.getAsBoolean()) {
            play(1);
        }
    }

    private void play(int ticks) throws IOException {
        for (int i = 0; i < ticks; i++) {
            player.play(new Moment(tick++, Instant.EPOCH, 0, List.of()));
        }
    }

    /** What the client hears. */
    private static final class Ear implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private volatile int pongs;
        private volatile boolean closed;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            texts.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            pongs = 1;
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed = true;
            return null;
        }
    }
}
