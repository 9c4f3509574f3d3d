package io.verge.messages.sae.internal.dsrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.messages.sae.j2735.BasicVehicleRole;
import io.verge.messages.sae.j2735.IntersectionAccessPoint;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.PriorityRequestType;
import io.verge.messages.sae.j2735.RequestImportanceLevel;
import io.verge.messages.sae.j2735.RequestorDescription;
import io.verge.messages.sae.j2735.RequestorType;
import io.verge.messages.sae.j2735.SignalRequest;
import io.verge.messages.sae.j2735.SignalRequestMessage;
import io.verge.messages.sae.j2735.SignalRequestPackage;
import io.verge.messages.sae.j2735.VehicleID;
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for priority from the air. */
class PriorityRequestsTest {
    private static final Instant NOW = Crossing.TIME;
    /** A published sample: public transport asks crossing 12109 for lane 13 to lane 4. */
    private static final Octets SRM =
            Octets.ofHex("30000010090bd341080d00855c6c0c6899853000a534f7c24cb29897694759b7c0");

    private final PriorityRequests requests =
            new PriorityRequests(Requesters.knownAsEntities(), Crossing.map(), Crossing.ORIGIN.elevation());

    private PriorityRequest request(SignalRequestMessage message) {
        return Objects.requireNonNull(requests.of(OnTheAir.received(message), NOW));
    }

    private static SignalRequestPackage asks(
            int crossing, PriorityRequestType type, @Nullable Integer minute, int second) {
        SignalRequestPackage.Builder asked = SignalRequestPackage.builder()
                .request(SignalRequest.builder()
                        .id(new IntersectionReferenceID(420, crossing))
                        .requestID(crossing % 256)
                        .requestType(type)
                        .inBoundLane(new IntersectionAccessPoint.Lane(12))
                        .outBoundLane(new IntersectionAccessPoint.Approach(3))
                        .build())
                .second(second)
                .duration(4_000);
        return (minute == null ? asked : asked.minute(minute)).build();
    }

    private static SignalRequestMessage message(SignalRequestPackage... requests) {
        return SignalRequestMessage.builder()
                .second(11_200)
                .sequenceNumber(9)
                .requests(List.of(requests))
                .requestor(RequestorDescription.builder()
                        .id(new VehicleID.EntityID(Octets.ofHex("DEADBEEF")))
                        .type(RequestorType.builder()
                                .role(BasicVehicleRole.AMBULANCE)
                                .request(RequestImportanceLevel.REQUEST_IMPORTANCE_LEVEL14)
                                .build())
                        .build())
                .build();
    }

    @Test
    void readsAPublishedRequest() throws CodecException {
        byte[] octets = SRM.toByteArray();
        PriorityRequest request = request(SignalRequestMessage.decode(new BitReader(octets, 0, octets.length)));
        assertThat(request.requester()).isEqualTo("station:8D1330A6");
        assertThat(request.request()).isEqualTo(4);
        assertThat(request.sequence()).isEqualTo(1);
        assertThat(request.action()).isEqualTo(Action.REQUEST);
        assertThat(request.region()).isZero();
        assertThat(request.crossing()).isEqualTo(12_109);
        assertThat(request.fromLane()).isEqualTo(13);
        assertThat(request.toLane()).isEqualTo(4);
        assertThat(request.arrival()).isNull();
        assertThat(request.role()).isEqualTo(Role.PUBLIC_TRANSPORT);
        assertThat(request.level()).isEqualTo(-1);
        assertThat(Objects.requireNonNull(request.position()).latitude()).isCloseTo(39.5904915, within(1e-9));
        assertThat(request.speed()).isNaN();
    }

    @Test
    void readsWhenItArrivesAndLeaves() {
        int minute = 59 * 1440 + 8 * 60 + 15;
        PriorityRequest request = request(message(asks(184, PriorityRequestType.PRIORITY_REQUEST, minute, 25_500)));
        assertThat(request.arrival()).isEqualTo(Instant.parse("2026-03-01T08:15:25.500Z"));
        assertThat(request.departure()).isEqualTo(Instant.parse("2026-03-01T08:15:29.500Z"));
        assertThat(request.requester()).isEqualTo("DEADBEEF");
        assertThat(request.role()).isEqualTo(Role.AMBULANCE);
        assertThat(request.level()).isEqualTo(14);
        assertThat(request.toLane()).as("an approach is no lane").isNull();
    }

    @Test
    void withoutAMinuteItIsTheNearest() {
        PriorityRequest request = request(message(asks(184, PriorityRequestType.PRIORITY_REQUEST, null, 1_000)));
        assertThat(request.arrival()).isEqualTo(Instant.parse("2026-03-01T08:15:01Z"));
    }

    @ParameterizedTest
    @CsvSource({"527040, 1000", "100, 65535"})
    void knowsNoArrivalThatIsUnavailable(int minute, int second) {
        PriorityRequest request = request(message(asks(184, PriorityRequestType.PRIORITY_REQUEST, minute, second)));
        assertThat(request.arrival()).isNull();
        assertThat(request.departure()).isNull();
    }

    @Test
    void takesTheRequestForThisCrossing() {
        PriorityRequest request = request(message(
                asks(7, PriorityRequestType.PRIORITY_REQUEST, null, 0),
                asks(184, PriorityRequestType.PRIORITY_CANCELLATION, null, 0)));
        assertThat(request.crossing()).isEqualTo(184);
        assertThat(request.action()).isEqualTo(Action.CANCEL);
    }

    @Test
    void aRequestOfNoKindIsNone() {
        var odd = message(asks(184, PriorityRequestType.PRIORITY_REQUEST_TYPE_RESERVED, null, 0));
        assertThat(requests.of(OnTheAir.received(odd), NOW)).isNull();
    }
}
