package io.verge.itests.messages;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.messages.sae.SaeMessages;
import io.verge.messages.testkit.BadInput;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of SAE J2735. The rules for bad input are the oracle. See {@link FrameSeeds}. */
class SaeFuzzIT {
    static Stream<Arguments> sae() throws IOException {
        return FrameSeeds.of("j2735.json");
    }

    @MethodSource
    @FuzzTest(maxDuration = FrameSeeds.DURATION)
    void sae(byte[] input) {
        BadInput.check(SaeMessages.frame(), input);
    }
}
