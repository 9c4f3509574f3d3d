package io.verge.driver.gnss.nmea.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Pieces;
import io.verge.itests.devices.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stream of a positioning receiver. Whatever was sent, and however it was cut: nothing is thrown, and what is published is
 * plausible. A good sentence behind it is read at once and as if it came alone, also without a reset.
 *
 * <p>A sentence that begins with {@code &} in place of {@code $} is given its checksum here, which a fuzzer cannot guess.
 */
class NmeaDecoderFuzzIT {
    private static final byte[] GOOD = Receiver.octets(Receiver.FIX);

    static Stream<Arguments> stream() {
        return new Seeds()
                        .add(Pieces.lengths(), Receiver.octets(Receiver.TIME, Receiver.FIX, Receiver.OTHER))
                        .add(Pieces.lengths(1, 30), Receiver.octets(Receiver.FIX, "$GPGGA", Receiver.TIME))
                        .add(Pieces.lengths(), Receiver.octets("&GPGGA,1,9000.0,S,18000.,W,5,9,1.5,999999.9,M,,M,,\n"))
                        .add(Pieces.lengths(), Receiver.octets("&BDRMC,235960.999,A,,,,,,,290223\n", "&GLRMC,,V\n"))
                        .add(Pieces.lengths(7), Receiver.octets("$" + "x".repeat(200), "$*00\r\n$GPGGA*hh\n"))
                        .stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void stream(byte[] input) {
        byte[] whole = summed(Pieces.whole(input));
        Receiver receiver = new Receiver();
        Pieces.of(Seeds.join(head(input), whole)).list().forEach(receiver::take);
        Receiver inOne = new Receiver().take(whole);
        assertThat(receiver.fixes).isEqualTo(inOne.fixes);
        assertThat(receiver.counters.snapshot()).isEqualTo(inOne.counters.snapshot());
        assertThat(receiver.sentences()).isLessThanOrEqualTo(Receiver.starts(whole));
        receiver.assertFactsAreFitForATerminal();

        int before = receiver.fixes.size();
        receiver.take(GOOD);
        assertThat(receiver.fixes).hasSize(before + 1);
        assertThat(receiver.last()).isEqualTo(new Receiver().take(GOOD).last());
        receiver.take(Receiver.octets("$GPGGA,1"));
        receiver.reset();
        receiver.take(GOOD);
        assertThat(receiver.fixes).hasSize(before + 2);
    }

    /** The lengths of the pieces. */
    private static byte[] head(byte[] input) {
        return Arrays.copyOf(input, input.length - Pieces.whole(input).length);
    }

    private static byte[] summed(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            boolean complete = line.startsWith("&") && end >= 0;
            out.append(complete ? Receiver.sentence(line.substring(1)) : line + (end < 0 ? "" : "\n"));
            at += line.length() + 1;
        }
        return Receiver.octets(out.toString());
    }
}
