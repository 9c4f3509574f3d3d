package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.DsmpPacket;
import io.verge.messages.etsi.EtsiFrames;
import io.verge.messages.sae.SaeMessages;
import io.verge.messages.testkit.BadInput;
import io.verge.messages.testkit.Vectors;
import io.verge.messages.testkit.Vectors.Vector;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * One fuzz test per kind of frame, with the rules for bad input as the oracle. In the build each runs over
 * messages of others and inputs that once failed; {@code .ci/run} fuzzes each for 30 s from there, and by hand
 * it can run longer: see docs/verification.md.
 */
class FrameFuzzIT {
    private static final String DURATION = "20s";
    private static final String CPM_EDITION = "2.1.1";

    /** Messages of others to start from; an empty one when the data folder is absent. */
    private static Stream<Arguments> seeds(String... files) throws IOException {
        Stream.Builder<Arguments> seeds = Stream.builder();
        seeds.add(Arguments.of((Object) new byte[0]));
        for (String file : files) {
            for (Vector vector : vectors(file)) {
                seeds.add(Arguments.of((Object) vector.octets()));
            }
        }
        return seeds.build();
    }

    private static List<Vector> vectors(String file) throws IOException {
        try {
            return Vectors.load(file);
        } catch (TestAbortedException e) {
            return List.of();
        }
    }

    static Stream<Arguments> csae2019() throws IOException {
        return seeds("csae53.json");
    }

    @MethodSource
    @FuzzTest(maxDuration = DURATION)
    void csae2019(byte[] input) {
        BadInput.check(CsaeEdition.EDITION_2019.frame(), input);
    }

    static Stream<Arguments> csae2020() throws IOException {
        return seeds("csae53.json", "csae53_day2_generated.json");
    }

    @MethodSource
    @FuzzTest(maxDuration = DURATION)
    void csae2020(byte[] input) {
        BadInput.check(CsaeEdition.EDITION_2020.frame(), input);
    }

    static Stream<Arguments> sae() throws IOException {
        return seeds("j2735.json");
    }

    @MethodSource
    @FuzzTest(maxDuration = DURATION)
    void sae(byte[] input) {
        BadInput.check(SaeMessages.frame(), input);
    }

    static Stream<Arguments> etsi() throws IOException {
        return seeds("etsi.json", "cpm_ts103324_generated.json", "geonetworking.json");
    }

    /** Packets and messages alike. */
    @MethodSource
    @FuzzTest(maxDuration = DURATION)
    void etsi(byte[] input) {
        String json;
        try {
            json = EtsiFrames.toJson(input, CPM_EDITION);
        } catch (CodecException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        try {
            byte[] canonical = EtsiFrames.fromJson(json, CPM_EDITION);
            assertThat(EtsiFrames.toJson(canonical, CPM_EDITION)).isEqualTo(json);
        } catch (CodecException e) {
            fail("accepted, then refused: " + json, e);
        }
    }

    static Stream<Arguments> dsmp() {
        return Stream.of("04006f0003010203", "041001090201026f000101", "00c00000000000")
                .map(hex -> Arguments.of((Object) Octets.ofHex(hex).toByteArray()));
    }

    @MethodSource
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
