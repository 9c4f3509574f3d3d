package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.status.State;
import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapRadioTest {
    private static final int FIRST_PACKET = 24;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @Test
    void stampsWithTheTimeOfTheReplay() throws IOException {
        ByteBuffer capture = send(Scenery.message("sae", 0x82, "001300"));
        assertThat(capture.getInt(FIRST_PACKET)).isEqualTo((int) Rig.START.getEpochSecond());
        assertThat(capture.getInt(FIRST_PACKET + 4)).isEqualTo(9_000);
    }

    @Test
    void isACaptureOfEthernet() throws IOException {
        ByteBuffer capture = send(Scenery.message("sae", 0x82, "001300"));
        assertThat(capture.getInt(0)).isEqualTo(0xa1b2c3d4);
        assertThat(capture.getInt(20)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"sae, 1517", "csae, 1518", "unheard-of, 1519"})
    void tellsTheSetByTheDestinationPort(String set, int port) throws IOException {
        ByteBuffer capture = send(Scenery.message(set, 1, "00")).order(ByteOrder.BIG_ENDIAN);
        assertThat(capture.getShort(FIRST_PACKET + 16 + 36)).isEqualTo((short) port);
    }

    @Test
    void sendsEtsiByGeoNetworking() throws IOException {
        ByteBuffer capture = send(Scenery.message("etsi", 2004, "0204")).order(ByteOrder.BIG_ENDIAN);
        assertThat(capture.getShort(FIRST_PACKET + 16 + 12)).isEqualTo((short) 0x8947);
    }

    @Test
    void countsWhatItSent() throws IOException {
        PcapRadio radio = radio(file);
        radio.send(Scenery.message("sae", 1, "0013"));
        assertThat(radio.status().counters()).containsEntry("frames", 1L).containsEntry("bytes", 2L);
        assertThat(radio.status().lastFrame()).isEqualTo(Rig.START);
    }

    @Test
    void refusesWhatFitsIntoNoPacket() throws IOException {
        PcapRadio radio = radio(file);
        V2xFrame huge =
                new V2xFrame("sae", MessageKind.OTHER, 1, ByteBuffer.allocate(70_000), Instant.EPOCH, Stamps.NONE);
        assertThatThrownBy(() -> radio.send(huge))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("65507");
    }

    @Test
    void failsWhenTheDiskIsFull() throws IOException {
        PcapRadio radio = radio(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        V2xFrame big =
                new V2xFrame("sae", MessageKind.OTHER, 1, ByteBuffer.allocate(20_000), Instant.EPOCH, Stamps.NONE);
        assertThatThrownBy(() -> radio.send(big)).isInstanceOf(IOException.class);
        assertThat(radio.status().status().state()).isEqualTo(State.FAILED);
    }

    private ByteBuffer send(V2xFrame frame) throws IOException {
        PcapRadio radio = radio(file);
        radio.send(frame);
        radio.close();
        return ByteBuffer.wrap(file.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static PcapRadio radio(OutputStream out) throws IOException {
        return new PcapRadio(new PcapFile(out), new Still(), () -> null);
    }

    /** Time that stands. */
    private static final class Still implements Clock {
        @Override
        public Instant now() {
            return Rig.START;
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public ClockQuality quality() {
            return new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
        }

        @Override
        public void sleep(Duration duration) {}
    }
}
