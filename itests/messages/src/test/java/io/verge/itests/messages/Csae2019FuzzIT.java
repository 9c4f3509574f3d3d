package io.verge.itests.messages;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.testkit.BadInput;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of the edition of 2019 of T/CSAE 53. The rules for bad input are the oracle. See {@link FrameSeeds}. */
class Csae2019FuzzIT {
    static Stream<Arguments> csae2019() throws IOException {
        return FrameSeeds.of("csae53.json");
    }

    @MethodSource
    @FuzzTest(maxDuration = FrameSeeds.DURATION)
    void csae2019(byte[] input) {
        BadInput.check(CsaeEdition.EDITION_2019.frame(), input);
    }
}
