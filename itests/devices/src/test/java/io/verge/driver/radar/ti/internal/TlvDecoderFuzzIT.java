package io.verge.driver.radar.ti.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Pieces;
import io.verge.itests.devices.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The data link of a radar. Whatever was sent, and however it was cut: nothing is thrown, at most one packet is held, what is
 * published is plausible, and one good packet behind it is read at once and as if it came alone, also without a reset.
 */
class TlvDecoderFuzzIT {
    private static final byte[] GOOD = Radar.packet(1_000_000);
    private static final int LEAST_PACKET = HeaderForm.DEMO_36.size();
    private static final int LEAST_POINT = 8;

    static Stream<Arguments> stream() throws IOException {
        Seeds seeds = new Seeds()
                .add(Pieces.lengths(), Radar.packet(1), Radar.packet(2))
                .add(Pieces.lengths(7, 100, 1), Radar.packet(1), GOOD);
        Seeds.data("radar/ti_xwr68xx_processed_stream_2019_12_04.dat", 3_000)
                .ifPresent(octets -> seeds.add(Pieces.lengths(64, 3), octets));
        Seeds.data("radar/ti_awr1843_oob_part1.bin", 3_000).ifPresent(octets -> seeds.add(Pieces.lengths(), octets));
        return seeds.stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void stream(byte[] input) {
        for (TlvDecoder.Use use : TlvDecoder.Use.values()) {
            byte[] whole = Pieces.whole(input);
            Radar radar = new Radar(use);
            Pieces.of(input).list().forEach(radar::take);
            assertSameAsInOne(radar, new Radar(use).take(whole));
            assertThat(radar.frames).hasSizeLessThanOrEqualTo(whole.length / LEAST_PACKET);
            assertThat(radar.count("detections")).isLessThanOrEqualTo(whole.length / LEAST_POINT);
            assertThat(radar.facts()).hasSizeLessThan(20);
            assertReadsOn(radar, new Radar(use).take(GOOD));
        }
    }

    /** Where the stream is cut makes no difference. */
    private static void assertSameAsInOne(Radar radar, Radar inOne) {
        assertThat(radar.frames).isEqualTo(inOne.frames);
        assertThat(radar.counters.snapshot()).isEqualTo(inOne.counters.snapshot());
    }

    private static void assertReadsOn(Radar radar, Radar alone) {
        int before = radar.frames.size();
        radar.take(ByteBuffer.wrap(GOOD));
        assertThat(radar.frames).hasSizeGreaterThan(before);
        assertThat(radar.last()).isEqualTo(alone.last());
        radar.take(new byte[] {2, 1, 4, 3, 6, 5, 8, 7});
        radar.reset();
        radar.take(ByteBuffer.wrap(GOOD));
        assertThat(radar.last()).isEqualTo(alone.last());
    }
}
