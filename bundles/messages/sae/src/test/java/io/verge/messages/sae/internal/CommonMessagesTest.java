package io.verge.messages.sae.internal;

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
import io.verge.messages.sae.j2735.MapData;
import io.verge.messages.sae.j2735.MovementEvent;
import io.verge.messages.sae.j2735.RTCMcorrections;
import io.verge.messages.sae.j2735.SPAT;
import io.verge.messages.sae.j2735.SignalRequesterInfo;
import io.verge.messages.sae.j2735.SignalStatusMessage;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages that ETSI has too, as SAE J2735 frames and names them. What is in them, the tests of {@code dsrc} say. */
class CommonMessagesTest {
    private static final Instant NOW = Crossing.TIME;
    /** A published sample. */
    private static final Octets SRM =
            Octets.ofHex("001d2130000010090bd341080d00855c6c0c6899853000a534f7c24cb29897694759b7c0");

    private final SaeMessageSet set = Spoken.set(2016);

    private static SignalAnnouncement signal(SignalTiming timing) {
        SignalState red = new SignalState(2, SignalPhase.STOP_AND_REMAIN, timing, NOW);
        return new SignalAnnouncement(NOW, Stamps.NONE, Crossing.map(), Set.of(), List.of(red));
    }

    private static MovementEvent event(SaeMessageSet set, SignalTiming timing) throws UnspeakableException {
        return Spoken.only(set, signal(timing), SPAT.class)
                .intersections()
                .get(0)
                .states()
                .get(0)
                .stateTimeSpeed()
                .get(0);
    }

    private PriorityRequest asked() {
        V2xFrame frame =
                new V2xFrame("sae", MessageKind.OTHER, 0, ByteBuffer.wrap(SRM.toByteArray()), NOW, Stamps.NONE);
        return Objects.requireNonNull(set.decode("rsu", frame).orElseThrow().priorityRequest());
    }

    private PriorityAnnouncement granted() {
        return new PriorityAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(new Status(asked(), Answer.GRANTED)));
    }

    private void assertFramed(Announcement announcement, MessageKind kind, Class<?> body) throws UnspeakableException {
        assertThat(set.encode(announcement))
                .singleElement()
                .extracting(V2xFrame::kind)
                .isEqualTo(kind);
        assertThat(Spoken.only(set, announcement)).isInstanceOf(body);
    }

    @Test
    void eachStandsInTheFrameOfItsKind() throws UnspeakableException {
        ByteBuffer corrections =
                ByteBuffer.wrap(Octets.ofHex("D300023ED000000000").toByteArray());
        assertFramed(new MapAnnouncement(NOW, Stamps.NONE, Crossing.map()), MessageKind.MAP, MapData.class);
        assertFramed(signal(SignalTiming.between(NOW, null)), MessageKind.SPAT, SPAT.class);
        assertFramed(granted(), MessageKind.SSM, SignalStatusMessage.class);
        assertFramed(
                new CorrectionsAnnouncement(NOW, Stamps.NONE, corrections), MessageKind.RTCM, RTCMcorrections.class);
    }

    @ParameterizedTest
    @CsvSource({"2016, 36000", "2020, 36111", "2024, 36111"})
    void onlyTheFirstEditionKnowsTheMarkOfAnHour(int edition, int mark) throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.plusSeconds(3_600), null);
        assertThat(Objects.requireNonNull(event(Spoken.set(edition), timing).timing())
                        .minEndTime())
                .isEqualTo(mark);
    }

    @Test
    void adviceMakesNoMessageButGoesIntoTheNextSpat() throws UnspeakableException {
        Advice advice = new Advice(12, 2, 9, 12, 120, 0.8, NOW.plusSeconds(15), NOW.plusSeconds(35));
        assertThat(set.encode(new AdviceAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(advice))))
                .isEmpty();
        assertThat(event(set, SignalTiming.between(NOW, null)).speeds()).hasSize(1);
    }

    @Test
    void aStationIsToldFromAnEntityAndAnsweredAsItAsked() throws UnspeakableException {
        assertThat(asked().requester()).isEqualTo("station:8D1330A6");
        SignalRequesterInfo answered = Spoken.only(set, granted(), SignalStatusMessage.class)
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
                .withMessage("SPAT without a signal group");
    }
}
