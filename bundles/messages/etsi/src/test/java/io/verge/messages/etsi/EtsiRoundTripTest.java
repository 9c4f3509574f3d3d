package io.verge.messages.etsi;

import io.verge.messages.testkit.RoundTrips;
import io.verge.messages.testkit.Unit;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EtsiRoundTripTest {
    private static final List<String> RELEASE1 = List.of("CAM", "DENM");
    private static final List<String> INFRASTRUCTURE = List.of("SPATEM", "MAPEM", "SREM", "SSEM", "RTCMEM");
    private static final List<String> CPM = List.of("CollectivePerceptionMessage");

    @Test
    void bringsBackEveryValueOfRelease1() throws IOException {
        RoundTrips.check(
                Unit.ETSI_RELEASE1,
                io.verge.messages.etsi.release1.Types.names(),
                io.verge.messages.etsi.release1.Types::find,
                RELEASE1,
                30,
                400);
    }

    @Test
    void bringsBackEveryValueOfRelease1Of2016() throws IOException {
        RoundTrips.check(
                Unit.ETSI_RELEASE1_2016,
                io.verge.messages.etsi.release1v2016.Types.names(),
                io.verge.messages.etsi.release1v2016.Types::find,
                RELEASE1,
                30,
                400);
    }

    @Test
    void bringsBackEveryInfrastructureMessage() throws IOException {
        RoundTrips.check(
                Unit.ETSI_INFRASTRUCTURE,
                io.verge.messages.etsi.infrastructure.Types.names(),
                io.verge.messages.etsi.infrastructure.Types::find,
                INFRASTRUCTURE,
                30,
                400);
    }

    @Test
    void bringsBackEveryCpmWithDictionary211() throws IOException {
        RoundTrips.check(
                Unit.ETSI_CPM,
                io.verge.messages.etsi.cpm.Types.names(),
                io.verge.messages.etsi.cpm.Types::find,
                CPM,
                30,
                400);
    }

    @Test
    void bringsBackEveryCpmWithDictionary241() throws IOException {
        RoundTrips.check(
                Unit.ETSI_CPM_241,
                io.verge.messages.etsi.cpm241.Types.names(),
                io.verge.messages.etsi.cpm241.Types::find,
                CPM,
                30,
                400);
    }
}
