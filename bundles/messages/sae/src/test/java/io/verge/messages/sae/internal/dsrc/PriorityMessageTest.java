package io.verge.messages.sae.internal.dsrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.announcement.PriorityAnnouncement.Status;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.time.Stamps;
import io.verge.messages.sae.j2735.BasicVehicleRole;
import io.verge.messages.sae.j2735.IntersectionAccessPoint;
import io.verge.messages.sae.j2735.SignalStatusMessage;
import io.verge.messages.sae.j2735.SignalStatusPackage;
import io.verge.messages.sae.j2735.VehicleID;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers to requests for priority. */
class PriorityMessageTest {
    private static final Instant NOW = Crossing.TIME;

    private final PriorityMessage message = new PriorityMessage("SSM", Requesters.knownAsEntities());

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
        PriorityAnnouncement answers = new PriorityAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(statuses));
        return OnTheAir.received(message.of(answers).get(0));
    }

    private SignalStatusPackage answered(Status status) throws UnspeakableException {
        return answer(status).status().get(0).sigStatus().get(0);
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
        assertThat(message.of(new PriorityAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of())))
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
                .withMessage("SSM: 'bus 12' is not a requester's id of 8 hexadecimal digits");
    }

    @Test
    void leavesOffAnArrivalThatIsDaysAway() throws UnspeakableException {
        Status odd = new Status(known("DEADBEEF", 12, NOW.plus(Duration.ofDays(400))), Answer.GRANTED);
        assertThat(answered(odd).minute()).isNull();
    }
}
