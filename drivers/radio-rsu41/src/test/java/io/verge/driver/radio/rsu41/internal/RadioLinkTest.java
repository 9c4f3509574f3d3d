package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.status.Status;
import io.verge.device.Connection;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RadioLinkTest {
    private final ManualClock clock = ManualClock.standing();
    private final Socket socket = new Socket();
    private final RadioLink link = new RadioLink(() -> socket, "rsu:1516", clock);

    @Test
    void cannotSendBeforeItIsOpen() {
        assertThatThrownBy(this::send).isInstanceOf(IOException.class).hasMessageContaining("not open");
    }

    @Test
    void sendsAgainWhatARefusalOfAnEarlierMessageHeldBack() throws IOException {
        link.connect();
        socket.faults.add(new PortUnreachableException());
        assertThatThrownBy(this::send).hasMessageContaining("refuses");
        assertThat(socket.sent).isEqualTo(1);
    }

    @Test
    void tellsMessagesAsLostForSomeSecondsAfterARefusal() throws IOException {
        Connection connection = link.connect();
        socket.faults.add(new PortUnreachableException());
        connection.read(ByteBuffer.allocate(1), Duration.ofMillis(1));
        clock.advance(Duration.ofSeconds(3));
        assertThatThrownBy(this::send).hasMessageContaining("refuses");
        clock.advance(Duration.ofMillis(1));
        send();
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void saysSinceWhenAndHowOftenItWasRefused() throws IOException {
        Connection connection = link.connect();
        var begun = clock.now();
        for (int refusals = 0; refusals < 3; refusals++) {
            socket.faults.add(new PortUnreachableException());
            connection.read(ByteBuffer.allocate(1), Duration.ofMillis(1));
            clock.advance(Duration.ofSeconds(1));
        }
        Status trouble = link.trouble().orElseThrow();
        assertThat(trouble.since()).isEqualTo(begun);
        assertThat(Objects.requireNonNull(trouble.trouble()).cause())
                .isEqualTo("nothing takes messages at rsu:1516 (ICMP port unreachable) (3 times)");
    }

    @Test
    void isInTroubleFromAFailureToSendUntilTheNextSuccess() throws IOException {
        link.connect();
        socket.faults.add(new IOException("Network is unreachable"));
        assertThatThrownBy(this::send).hasMessage("Network is unreachable");
        clock.advance(Duration.ofHours(1));
        assertThat(Objects.requireNonNull(link.trouble().orElseThrow().trouble())
                        .code())
                .isEqualTo("cannot-send");
        send();
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void cannotSendOnceItIsClosed() throws IOException {
        link.connect().close();
        assertThatThrownBy(this::send).hasMessageContaining("not open");
    }

    private void send() throws IOException {
        link.send(ByteBuffer.allocate(1));
    }

    private static final class Socket implements Connection {
        private final Deque<IOException> faults = new ArrayDeque<>();
        private int sent;

        @Override
        public int read(ByteBuffer into, Duration timeout) throws IOException {
            fail(faults.poll());
            return 0;
        }

        @Override
        public void write(ByteBuffer from) throws IOException {
            fail(faults.poll());
            sent++;
        }

        private static void fail(@Nullable IOException fault) throws IOException {
            if (fault != null) {
                throw fault;
            }
        }

        @Override
        public void close() {}
    }
}
