package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Pieces;
import io.verge.itests.devices.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Datagrams of a signal controller. Whatever was sent: nothing is thrown, each datagram is a frame or counted with its reason,
 * and what is published is plausible. Of a good packet behind it that comes twice, one at least is read, as if it came alone:
 * the first can look overtaken. After a reset the first is.
 */
class TscbmDecoderFuzzIT {
    private static final byte[] GOOD = Controller.packet(41);

    static Stream<Arguments> datagrams() throws IOException {
        Seeds seeds = new Seeds()
                .add(Pieces.lengths(Packet.SHORT_FORM), Controller.packet(1), Controller.packet(2), GOOD)
                .add(Pieces.lengths(Packet.LONG_FORM), Controller.packet(255), new byte[4], GOOD, new byte[4])
                .add(Pieces.lengths(Packet.SHORT_FORM, 3), Controller.packet(44), new byte[3], GOOD);
        for (byte[] packet : RecordedPackets.load()) {
            seeds.add(Pieces.lengths(packet.length), packet, packet);
        }
        return seeds.stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void datagrams(byte[] input) {
        List<ByteBuffer> datagrams = Pieces.of(input).list();
        Controller controller = new Controller();
        datagrams.forEach(controller::take);
        assertThat(controller.frames.size() + controller.refused()).isEqualTo(datagrams.size());
        assertThat(controller.facts()).hasSizeLessThan(10);

        Controller alone = new Controller().take(GOOD);
        int before = controller.frames.size();
        controller.take(GOOD).take(GOOD);
        assertThat(controller.frames).hasSizeGreaterThan(before);
        assertThat(controller.last()).isEqualTo(alone.last());

        controller.take(Controller.packet(43)).reset();
        controller.take(GOOD);
        assertThat(controller.last()).isEqualTo(alone.last());
    }
}
