package io.verge.messages.csae;

import io.verge.messages.testkit.RoundTrips;
import io.verge.messages.testkit.Unit;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsaeRoundTripTest {
    @Test
    void bringsBackEveryValueOfEdition2019() throws IOException {
        RoundTrips.check(
                Unit.CSAE_2019,
                io.verge.messages.csae.edition2019.Types.names(),
                io.verge.messages.csae.edition2019.Types::find,
                List.of("MessageFrame"),
                40,
                1500);
    }

    @Test
    void bringsBackEveryValueOfEdition2020() throws IOException {
        RoundTrips.check(
                Unit.CSAE_2020,
                io.verge.messages.csae.edition2020.Types.names(),
                io.verge.messages.csae.edition2020.Types::find,
                List.of("MessageFrame", "MessageFrameExt"),
                40,
                1500);
    }
}
