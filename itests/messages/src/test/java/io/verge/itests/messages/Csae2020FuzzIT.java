package io.verge.itests.messages;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.testkit.BadInput;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of the editions of 2020 of T/CSAE 53 and 157. The rules for bad input are the oracle. See {@link FrameSeeds}. */
class Csae2020FuzzIT {
    static Stream<Arguments> csae2020() throws IOException {
        return FrameSeeds.of("csae53.json", "csae53_day2_generated.json");
    }

    @MethodSource
    @FuzzTest(maxDuration = FrameSeeds.DURATION)
    void csae2020(byte[] input) {
        BadInput.check(CsaeEdition.EDITION_2020.frame(), input);
    }
}
