package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.messages.etsi.EtsiFrames;
import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** GeoNetworking packets and ETSI messages alike. See {@link FrameSeeds}. */
class EtsiFuzzIT {
    private static final String CPM_EDITION = "2.1.1";

    static Stream<Arguments> etsi() throws IOException {
        return FrameSeeds.of("etsi.json", "cpm_ts103324_generated.json", "geonetworking.json");
    }

    @MethodSource
    @FuzzTest(maxDuration = FrameSeeds.DURATION)
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
}
