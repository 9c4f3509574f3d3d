package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.DsmpPacket;
import io.verge.messages.etsi.EtsiFrames;
import io.verge.messages.sae.SaeMessages;
import io.verge.messages.testkit.BadInput;
import io.verge.messages.uper.CodecException;

/**
 * One fuzz test per kind of frame, with the rules for bad input as the oracle. In the build each runs over
 * the inputs that once failed; {@code .ci/run} fuzzes each for 30 s from the vectors, and by hand it can run
 * longer: see docs/verification.md.
 */
class FrameFuzzIT {
    private static final String DURATION = "30s";

    @FuzzTest(maxDuration = DURATION)
    void csae2019(byte[] input) {
        BadInput.check(CsaeEdition.EDITION_2019.frame(), input);
    }

    @FuzzTest(maxDuration = DURATION)
    void csae2020(byte[] input) {
        BadInput.check(CsaeEdition.EDITION_2020.frame(), input);
    }

    @FuzzTest(maxDuration = DURATION)
    void sae(byte[] input) {
        BadInput.check(SaeMessages.frame(), input);
    }

    /** Packets and messages alike. */
    @FuzzTest(maxDuration = DURATION)
    void etsi(byte[] input) {
        String json;
        try {
            json = EtsiFrames.toJson(input, "2.1.1");
        } catch (CodecException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        try {
            byte[] canonical = EtsiFrames.fromJson(json, "2.1.1");
            assertThat(EtsiFrames.toJson(canonical, "2.1.1")).isEqualTo(json);
        } catch (CodecException e) {
            fail("accepted, then refused: " + json, e);
        }
    }

    @FuzzTest(maxDuration = DURATION)
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
