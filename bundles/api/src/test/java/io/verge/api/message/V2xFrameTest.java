package io.verge.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.time.Hop;
import io.verge.api.time.Stamps;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class V2xFrameTest {
    private final byte[] octets = {1, 2, 3, 4};
    private final V2xFrame frame =
            new V2xFrame("sae", MessageKind.BSM, 0x20, ByteBuffer.wrap(octets, 1, 2), Instant.EPOCH, Stamps.NONE);

    @Test
    void keepsItsOctetsWhateverBecomesOfTheBuffer() {
        octets[1] = 9;

        assertThat(frame.size()).isEqualTo(2);
        assertThat(frame.payload()).isEqualTo(ByteBuffer.wrap(new byte[] {2, 3}));
    }

    @Test
    void whoReadsDoesNotDisturbTheNext() {
        byte first = frame.payload().get();

        assertThat(frame.payload().get()).isEqualTo(first);
    }

    @Test
    void nobodyWritesIntoIt() {
        assertThatThrownBy(() -> frame.payload().put((byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void oneHopFurtherItIsTheSameMessage() {
        V2xFrame sent = frame.passed(Hop.SENT, 5);

        assertThat(sent.stamps().sent()).isEqualTo(5);
        assertThat(sent.payload()).isEqualTo(frame.payload());
        assertThat(frame.stamps()).isEqualTo(Stamps.NONE);
    }
}
