package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.announcement.PriorityAnnouncement.Status;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.time.Stamps;
import io.verge.messages.sae.j2735.BasicVehicleRole;
import io.verge.messages.sae.j2735.IntersectionAccessPoint;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.PriorityRequestType;
import io.verge.messages.sae.j2735.RequestImportanceLevel;
import io.verge.messages.sae.j2735.RequestorDescription;
import io.verge.messages.sae.j2735.RequestorType;
import io.verge.messages.sae.j2735.SignalRequest;
import io.verge.messages.sae.j2735.SignalRequestMessage;
import io.verge.messages.sae.j2735.SignalRequestPackage;
import io.verge.messages.sae.j2735.SignalStatusMessage;
import io.verge.messages.sae.j2735.SignalStatusPackage;
import io.verge.messages.sae.j2735.VehicleID;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests for priority from the air, and the answers. */
class PriorityTest {
    private static final Instant NOW = Crossing.TIME;
    /** A published sample: public transport asks crossing 12109 for lane 13 to lane 4. */
    private static final Octets SRM =
            Octets.ofHex("001d2130000010090bd341080d00855c6c0c6899853000a534f7c24cb29897694759b7c0");

    private final SaeMessageSet set = Spoken.set(2016);

    private ReceivedMessage read(byte[] octets, Instant received) {
        V2xFrame frame = new V2xFrame("sae", MessageKind.OTHER, 0, ByteBuffer.wrap(octets), received, Stamps.NONE);
        return set.decode("rsu", frame).orElseThrow();
    }

    private PriorityRequest request(SignalRequestMessage message) throws CodecException {
        BitWriter out = new BitWriter();
        new MessageFrame(29, message, null).encode(out);
        ReceivedMessage read = read(out.toByteArray(), NOW);
        assertThat(read.kind()).isEqualTo(MessageKind.SRM);
        return Objects.requireNonNull(read.priorityRequest());
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

    private static PriorityRequest known(String requester, @Nullable Integer lane, @Nullable Instant arrival) {
        return new PriorityRequest(
                requester,
                7,
                3,
                Action.REQUEST,
                420,
                184,
                lane,
                null,
                arrival,
                arrival == null ? null : arrival.plusSeconds(6),
                Role.FIRE,
                5,
                null,
                Double.NaN);
    }

    private SignalStatusMessage answer(Status... statuses) throws UnspeakableException {
        return Spoken.only(
                set,
                new PriorityAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(statuses)),
                SignalStatusMessage.class);
    }

    private SignalStatusPackage answered(Status status) throws UnspeakableException {
        return answer(status).status().get(0).sigStatus().get(0);
    }

    @Test
    void readsAPublishedRequest() {
        PriorityRequest request =
                Objects.requireNonNull(read(SRM.toByteArray(), NOW).priorityRequest());
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
    void readsWhenItArrivesAndLeaves() throws CodecException {
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
    void withoutAMinuteItIsTheNearest() throws CodecException {
        PriorityRequest request = request(message(asks(184, PriorityRequestType.PRIORITY_REQUEST, null, 1_000)));
        assertThat(request.arrival()).isEqualTo(Instant.parse("2026-03-01T08:15:01Z"));
    }

    @ParameterizedTest
    @CsvSource({"527040, 1000", "100, 65535"})
    void knowsNoArrivalThatIsUnavailable(int minute, int second) throws CodecException {
        PriorityRequest request = request(message(asks(184, PriorityRequestType.PRIORITY_REQUEST, minute, second)));
        assertThat(request.arrival()).isNull();
        assertThat(request.departure()).isNull();
    }

    @Test
    void takesTheRequestForThisCrossing() throws CodecException {
        PriorityRequest request = request(message(
                asks(7, PriorityRequestType.PRIORITY_REQUEST, null, 0),
                asks(184, PriorityRequestType.PRIORITY_CANCELLATION, null, 0)));
        assertThat(request.crossing()).isEqualTo(184);
        assertThat(request.action()).isEqualTo(Action.CANCEL);
    }

    @Test
    void aRequestOfNoKindIsNone() throws CodecException {
        BitWriter out = new BitWriter();
        var odd = message(asks(184, PriorityRequestType.PRIORITY_REQUEST_TYPE_RESERVED, null, 0));
        new MessageFrame(29, odd, null).encode(out);
        assertThat(read(out.toByteArray(), NOW).content()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerHasAStatus(Answer answer) throws UnspeakableException {
        String status = answered(new Status(known("DEADBEEF", 12, null), answer))
                .status()
                .identifier();
        assertThat(status).isEqualToIgnoringCase(answer.name().replace("_", ""));
    }

    @Test
    void namesTheRequesterAsItNamedItself() throws UnspeakableException {
        var entity = answered(new Status(known("DEADBEEF", 12, null), Answer.GRANTED))
                .requester();
        var station = answered(new Status(known("station:8D1330A6", 12, null), Answer.GRANTED))
                .requester();
        assertThat(Objects.requireNonNull(entity).id()).isEqualTo(new VehicleID.EntityID(Octets.ofHex("DEADBEEF")));
        assertThat(Objects.requireNonNull(station).id()).isEqualTo(new VehicleID.StationIDValue(0x8D1330A6L));
        assertThat(entity.request()).isEqualTo(7);
        assertThat(entity.sequenceNumber()).isEqualTo(3);
        assertThat(entity.role()).isEqualTo(BasicVehicleRole.FIRE);
    }

    @Test
    void repeatsWhenItArrives() throws UnspeakableException {
        SignalStatusPackage told = answered(new Status(known("DEADBEEF", 12, NOW.plusSeconds(60)), Answer.PROCESSING));
        assertThat(told.inboundOn()).isEqualTo(new IntersectionAccessPoint.Lane(12));
        assertThat(told.minute()).isEqualTo(59 * 1440 + 8 * 60 + 16);
        assertThat(told.second()).isEqualTo(11_234);
        assertThat(told.duration()).isEqualTo(6_000);
    }

    @Test
    void aLaneThatIsNotKnownIsZero() throws UnspeakableException {
        assertThat(answered(new Status(known("DEADBEEF", null, null), Answer.REQUESTED))
                        .inboundOn())
                .isEqualTo(new IntersectionAccessPoint.Lane(0));
    }

    @Test
    void saysNothingToNobody() throws UnspeakableException {
        assertThat(set.encode(new PriorityAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of())))
                .isEmpty();
    }

    @Test
    void numbersAnewWhatHasChanged() throws UnspeakableException {
        PriorityRequest request = known("DEADBEEF", 12, null);
        int first =
                answer(new Status(request, Answer.REQUESTED)).status().get(0).sequenceNumber();
        int same = answer(new Status(request, Answer.REQUESTED)).status().get(0).sequenceNumber();
        int other = answer(new Status(request, Answer.GRANTED)).status().get(0).sequenceNumber();
        assertThat(List.of(first, same, other)).containsExactly(0, 0, 1);
    }

    @Test
    void tellsManyInParts() throws UnspeakableException {
        List<Status> many = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            many.add(new Status(known("%08X".formatted(i), 12, null), Answer.REQUESTED));
        }
        assertThat(answer(many.toArray(Status[]::new)).status())
                .extracting(part -> part.sigStatus().size())
                .containsExactly(32, 32, 6);
    }

    @Test
    void refusesARequesterWithoutAnId() {
        Status odd = new Status(known("bus 12", 12, null), Answer.GRANTED);
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> answer(odd))
                .withMessageContaining("bus 12");
    }

    @Test
    void leavesOffAnArrivalThatIsDaysAway() throws UnspeakableException {
        Status odd = new Status(known("DEADBEEF", 12, NOW.plus(Duration.ofDays(400))), Answer.GRANTED);
        assertThat(answered(odd).minute()).isNull();
    }
}
