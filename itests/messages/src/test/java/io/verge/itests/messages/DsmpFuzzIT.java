package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.messages.csae.DsmpPacket;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets of DSMP. See {@link FrameSeeds}. */
class DsmpFuzzIT {
    static Stream<Arguments> dsmp() {
        return Stream.of("04006f0003010203", "041001090201026f000101", "00c00000000000")
                .map(hex -> Arguments.of((Object) Octets.ofHex(hex).toByteArray()));
    }

    @MethodSource
    @FuzzTest(maxDuration = FrameSeeds.DURATION)
    void dsmp(byte[] input) {
        DsmpPacket packet;
        try {
            packet = DsmpPacket.decode(input);
        } catch (CodecException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        try {
            assertThat(DsmpPacket.decode(packet.encode())).isEqualTo(packet);
        } catch (CodecException e) {
            fail("accepted, then refused: " + packet, e);
        }
    }
}
