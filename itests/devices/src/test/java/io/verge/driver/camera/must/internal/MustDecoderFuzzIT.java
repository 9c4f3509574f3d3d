package io.verge.driver.camera.must.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Pieces;
import io.verge.itests.devices.Seeds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Datagrams of a camera. Whatever they hold: nothing is thrown, each line is an object or counted with its reason, what is
 * published is plausible. Where each datagram is a frame, a good one behind them is read as if it came alone. Where frames are
 * gathered from several datagrams, it is so from the second good instant on, or at once after a reset.
 */
class MustDecoderFuzzIT {
    private static final byte[] FIRST = Camera.datagram(Camera.line("bus", 1, 140));
    private static final byte[] GOOD = Camera.datagram(Camera.line("truck", 2, 100), Camera.line("pedestrian", 3, 100));
    private static final byte[] NEXT = Camera.datagram(Camera.line("van", 4, 60));

    static Stream<Arguments> datagrams() {
        return new Seeds()
                        .add(Pieces.lengths(), GOOD)
                        .add(Pieces.lengths(FIRST.length, GOOD.length, NEXT.length), FIRST, GOOD, NEXT)
                        .add(Pieces.lengths(60), GOOD, GOOD)
                        .add(
                                Pieces.lengths(),
                                Camera.datagram("truck,1e3,0,-720,1.5E+1,small,1.,9999999999999999999,9e9\r\n"))
                        .add(Pieces.lengths(), Camera.datagram("truck,1,2,3,4,small,5,6,20218973673.709551\n"))
                        .add(
                                Pieces.lengths(),
                                Camera.datagram(",,,,,,,,\n", "a\n", "\n", " \n", "sedan,1,2,3,4,,5,6,7.\n"))
                        .stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void datagrams(byte[] input) {
        List<ByteBuffer> datagrams = Pieces.of(input).list();
        Camera camera = new Camera(true);
        datagrams.forEach(camera::take);
        assertThat(camera.lines())
                .isEqualTo(datagrams.stream().mapToLong(Camera::lines).sum());
        Camera alone = new Camera(true).take(GOOD);
        assertThat(camera.take(GOOD).last()).isEqualTo(alone.last());

        Camera gathering = new Camera(false);
        datagrams.forEach(gathering::take);
        gathering.take(FIRST).take(GOOD).take(NEXT);
        assertThat(gathering.last()).isEqualTo(alone.last());
        gathering.reset();
        gathering.take(GOOD).take(NEXT);
        assertThat(gathering.last()).isEqualTo(alone.last());
    }
}
