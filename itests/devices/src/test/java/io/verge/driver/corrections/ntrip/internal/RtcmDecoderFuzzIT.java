package io.verge.driver.corrections.ntrip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.api.observation.CorrectionsReceived;
import io.verge.itests.devices.Pieces;
import io.verge.itests.devices.Seeds;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stream of a source of corrections. Whatever was sent, and however it was cut: nothing is thrown, what is published is
 * plausible and no more than came. A good message behind it is read, also without a reset.
 *
 * <p>A message that begins with 0xD4 in place of 0xD3 is given its checksum here, which a fuzzer cannot guess.
 */
class RtcmDecoderFuzzIT {
    private static final int SUMMED = 0xD4;

    static Stream<Arguments> stream() {
        byte[] summed = {(byte) SUMMED, 0, 4, 0x43, 0x50, 1, 2, 0, 0, 0};
        byte[] falseHead = {(byte) 0xD3, 3, (byte) 0xFF};
        return new Seeds()
                        .add(Pieces.lengths(), Source.STATION, Source.STATION)
                        .add(Pieces.lengths(1, 7), Source.STATION, summed, Source.STATION)
                        .add(Pieces.lengths(), falseHead, Source.STATION, falseHead)
                        .add(Pieces.lengths(3), new byte[] {(byte) SUMMED, 0, 0, 0, 0, 0}, Source.STATION)
                        .stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void stream(byte[] input) {
        byte[] whole = summed(Pieces.whole(input));
        byte[] head = Arrays.copyOf(input, input.length - whole.length);
        Source source = new Source();
        Pieces.of(Seeds.join(head, whole)).list().forEach(source::take);
        Source inOne = new Source().take(whole);
        assertThat(source.messages).isEqualTo(inOne.messages);
        assertThat(source.counters.snapshot()).isEqualTo(inOne.counters.snapshot());
        assertThat(source.octets()).isLessThanOrEqualTo(whole.length);
        assertThat(source.decoder.facts().getOrDefault("types", "")).hasSizeLessThan(300);

        // As many octets as the longest false message would swallow.
        source.take(Source.STATION).take(new byte[CorrectionsReceived.LONGEST]);
        assertThat(source.last()).isEqualTo(new Source().take(Source.STATION).last());
    }

    private static byte[] summed(byte[] octets) {
        byte[] out = octets.clone();
        for (int at = 0; at + 6 <= out.length; at++) {
            int length = ((out[at + 1] & 3) << 8) | (out[at + 2] & 0xFF);
            if ((out[at] & 0xFF) == SUMMED && at + length + 6 <= out.length) {
                out[at] = (byte) 0xD3;
                int crc = Crc24q.of(out, at, length + 3);
                out[at + length + 3] = (byte) (crc >> 16);
                out[at + length + 4] = (byte) (crc >> 8);
                out[at + length + 5] = (byte) crc;
            }
        }
        return out;
    }
}
