package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.MessageSet;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import io.verge.device.Counters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RsuPlayerTest {
    private final Counters counters = new Counters();
    private final RsuPlayer player;
    private @Nullable MessageSet set = new OneKind(MessageKind.SPAT);

    RsuPlayerTest() throws IOException {
        player = new RsuPlayer(0, () -> Optional.ofNullable(set), counters);
    }

    @AfterEach
    void close() throws IOException {
        player.close();
    }

    @Test
    void countsAMessageThatTheMessageSetCanRead() throws IOException {
        assertThat(after("SPAT")).isEqualTo(Map.of("received.SPAT", 1L, "decoded.SPAT", 1L));
    }

    @Test
    void countsAMessageThatIsNotWhatTheTextSays() throws IOException {
        assertThat(after("MAP")).isEqualTo(Map.of("received.MAP", 1L, "undecodable.MAP", 1L));
    }

    @Test
    void countsAMessageThatTheMessageSetCannotRead() throws IOException {
        set = new OneKind(null);
        assertThat(after("SPAT")).isEqualTo(Map.of("received.SPAT", 1L, "undecodable.SPAT", 1L));
    }

    @Test
    void aTypeWithoutANameOfItsOwnIsOther() throws IOException {
        assertThat(after("TMSG03")).isEqualTo(Map.of("received.OTHER", 1L, "decoded.OTHER", 1L));
    }

    @Test
    void withoutAMessageSetItOnlyCounts() throws IOException {
        set = null;
        assertThat(after("SPAT")).isEqualTo(Map.of("received.SPAT", 1L, "unchecked", 1L));
    }

    @Test
    void countsDamagedText() throws IOException {
        assertThat(afterText("Type=SPAT")).isEqualTo(Map.of("damaged", 1L));
    }

    private Map<String, Long> after(String type) throws IOException {
        return afterText("Version=0.7\nType=" + type + "\nPSID=0x8002\nPayload=0013\n");
    }

    private Map<String, Long> afterText(String text) throws IOException {
        int port = Integer.parseInt(player.address().substring(player.address().lastIndexOf(':') + 1));
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.send(
                    ByteBuffer.wrap(text.getBytes(US_ASCII)),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        while (counters.snapshot().isEmpty()) {
            player.play(new Moment(0, Instant.EPOCH, 0, List.of()));
        }
        return counters.snapshot();
    }

    /** Reads everything as one kind, or nothing. */
    private record OneKind(@Nullable MessageKind kind) implements MessageSet {
        @Override
        public String name() {
            return "csae";
        }

        @Override
        public Set<Announcement.Kind> speaks() {
            return Set.of();
        }

        @Override
        public List<V2xFrame> encode(Announcement announcement) {
            return List.of();
        }

        @Override
        public Optional<ReceivedMessage> decode(String radio, V2xFrame frame) {
            return kind == null
                    ? Optional.empty()
                    : Optional.of(new ReceivedMessage(
                            radio,
                            frame.time(),
                            frame.stamps(),
                            frame.kind() == MessageKind.OTHER ? MessageKind.OTHER : kind,
                            null));
        }
    }
}
