package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.announcement.PriorityAnnouncement.Status;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.time.Stamps;
import io.verge.messages.etsi.infrastructure.MovementEvent;
import io.verge.messages.etsi.infrastructure.SPATEM;
import io.verge.messages.etsi.infrastructure.SSEM;
import io.verge.messages.etsi.infrastructure.SignalRequesterInfo;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The messages of the infrastructure, as ETSI heads and names them. What is in them, the tests of {@code dsrc} say. */
class InfrastructureMessagesTest {
    private static final Instant NOW = Crossing.TIME;
    /** A published sample. */
    private static final Octets SREM =
            Octets.ofHex("02090000053930000010090bd341080d00855c6c0c6899853000a534f7c24cb29897694759b7c0");

    private final EtsiMessageSet set = Spoken.set();

    private static SignalAnnouncement signal(SignalTiming timing) {
        SignalState red = new SignalState(2, SignalPhase.STOP_AND_REMAIN, timing, NOW);
        return new SignalAnnouncement(NOW, Stamps.NONE, Crossing.map(), Set.of(), List.of(red));
    }

    private MovementEvent event(SignalTiming timing) throws UnspeakableException {
        return ((SPATEM) Spoken.only(set, signal(timing)))
                .spat()
                .intersections()
                .get(0)
                .states()
                .get(0)
                .stateTimeSpeed()
                .get(0);
    }

    private PriorityRequest asked() {
        V2xFrame frame =
                new V2xFrame("etsi", MessageKind.OTHER, 0, ByteBuffer.wrap(SREM.toByteArray()), NOW, Stamps.NONE);
        return Objects.requireNonNull(set.decode("rsu", frame).orElseThrow().priorityRequest());
    }

    private PriorityAnnouncement granted() {
        return new PriorityAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(new Status(asked(), Answer.GRANTED)));
    }

    private void assertHeaded(Announcement announcement, MessageKind kind, int messageId) throws UnspeakableException {
        V2xFrame frame = set.encode(announcement).get(0);
        assertThat(frame.kind()).isEqualTo(kind);
        ByteBuffer header = ByteBuffer.wrap(Spoken.octets(frame));
        assertThat(header.get()).as("protocolVersion").isEqualTo((byte) 2);
        assertThat(header.get()).as("messageID").isEqualTo((byte) messageId);
        assertThat(Integer.toUnsignedLong(header.getInt())).as("stationID").isEqualTo(Spoken.STATION);
    }

    @Test
    void eachHasTheHeaderOfItsKind() throws UnspeakableException {
        ByteBuffer corrections =
                ByteBuffer.wrap(Octets.ofHex("D300023ED000000000").toByteArray());
        assertHeaded(new MapAnnouncement(NOW, Stamps.NONE, Crossing.map()), MessageKind.MAP, 5);
        assertHeaded(signal(SignalTiming.between(NOW, null)), MessageKind.SPAT, 4);
        assertHeaded(granted(), MessageKind.SSM, 10);
        assertHeaded(new CorrectionsAnnouncement(NOW, Stamps.NONE, corrections), MessageKind.RTCM, 13);
    }

    @Test
    void thereIsAMarkForAnHourAndMore() throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.plusSeconds(3_600), null);
        assertThat(Objects.requireNonNull(event(timing).timing()).minEndTime()).isEqualTo(36_000);
    }

    @Test
    void adviceMakesNoMessageButGoesIntoTheNextSpatem() throws UnspeakableException {
        Advice advice = new Advice(12, 2, 9, 12, 120, 0.8, NOW.plusSeconds(15), NOW.plusSeconds(35));
        assertThat(set.encode(new AdviceAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(advice))))
                .isEmpty();
        assertThat(event(SignalTiming.between(NOW, null)).speeds()).hasSize(1);
    }

    @Test
    void aStationIsNamedByItsIdAloneAndAnsweredAsItAsked() throws UnspeakableException {
        assertThat(asked().requester()).isEqualTo("8D1330A6");
        SignalRequesterInfo answered = ((SSEM) Spoken.only(set, granted()))
                .ssm()
                .status()
                .get(0)
                .sigStatus()
                .get(0)
                .requester();
        assertThat(Objects.requireNonNull(answered).id()).hasToString("StationIDValue[value=2366845094]");
    }

    @Test
    void errorsNameTheMessage() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(
                        () -> set.encode(new SignalAnnouncement(NOW, Stamps.NONE, Crossing.map(), Set.of(), List.of())))
                .withMessage("SPATEM without a signal group");
    }
}
