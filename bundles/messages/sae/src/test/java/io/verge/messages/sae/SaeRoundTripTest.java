package io.verge.messages.sae;

import io.verge.messages.sae.j2735.Types;
import io.verge.messages.testkit.RoundTrips;
import io.verge.messages.testkit.Unit;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaeRoundTripTest {
    @Test
    void bringsBackEveryValue() throws IOException {
        RoundTrips.check(Unit.J2735, Types.names(), Types::find, List.of("MessageFrame"), 40, 3000);
    }
}
