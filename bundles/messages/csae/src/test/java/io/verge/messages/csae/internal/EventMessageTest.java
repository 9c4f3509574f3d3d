package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.scene.RoadEvent;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.Description;
import io.verge.messages.csae.edition2020.EventSource;
import io.verge.messages.csae.edition2020.NodeReferenceID;
import io.verge.messages.csae.edition2020.PositionLL24B;
import io.verge.messages.csae.edition2020.PositionOffsetLLV;
import io.verge.messages.csae.edition2020.RSITimeDetails;
import io.verge.messages.csae.edition2020.RTEData;
import io.verge.messages.csae.edition2020.ReferenceLink;
import io.verge.messages.csae.edition2020.RoadSideInformation;
import io.verge.messages.uper.BitString;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventMessageTest {
    private static final Instant NOW = Crossing.TIME;
    /** 1 March is day 60 of 2026: 08:15. */
    private static final int MINUTE = 59 * 1440 + 8 * 60 + 15;

    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    private static RoadEvent event(
            String id, RoadEvent.Kind kind, double radius, List<Integer> lanes, @Nullable String detail) {
        return new RoadEvent(
                id,
                kind,
                NOW.minusSeconds(30),
                new Position(10, 20, 0),
                radius,
                0.9,
                Duration.ofSeconds(90),
                null,
                lanes,
                Double.NaN,
                List.of(),
                detail);
    }

    private static RoadEvent event(RoadEvent.Kind kind) {
        return event("e", kind, 20, List.of(), null);
    }

    private static EventAnnouncement announcement(RoadEvent event, Phase phase) {
        return new EventAnnouncement(NOW, Stamps.NONE, event, phase);
    }

    private RTEData spoken(RoadEvent event, Phase phase) throws UnspeakableException {
        RoadSideInformation rsi = Spoken.rsi(set, announcement(event, phase));
        assertThat(rsi.rtss()).isNull();
        assertThat(rsi.rtes()).hasSize(1);
        return Objects.requireNonNull(rsi.rtes()).get(0);
    }

    private RTEData spoken(RoadEvent event) throws UnspeakableException {
        return spoken(event, Phase.NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "COLLISION_RISK, 900",
        "RED_LIGHT_VIOLATION, 900",
        "PEDESTRIAN_ON_ROAD, 405",
        "STOPPED_VEHICLE, 903",
        "SLOW_VEHICLE, 902",
        "WRONG_WAY, 904",
        "OVERSPEED, 901",
        "CONGESTION, 707",
        "QUEUE_TAIL, 707",
        "OBSTACLE, 401",
        "ANIMAL, 406",
        "ROAD_WORKS, 501",
        "WEATHER, 300"
    })
    void everyKindHasItsType(RoadEvent.Kind kind, int type) throws UnspeakableException {
        assertThat(spoken(event(kind)).eventType()).isEqualTo(type);
    }

    @Test
    void namesTheRsuAndTheTime() throws UnspeakableException {
        RoadSideInformation rsi = Spoken.rsi(set, announcement(event(RoadEvent.Kind.OBSTACLE), Phase.NEW));
        assertThat(rsi.id()).isEqualTo(Spoken.RSU);
        assertThat(rsi.moy()).isEqualTo(MINUTE);
        assertThat(rsi.refPos().lat()).isEqualTo(305_000_000);
    }

    @Test
    void saysWhereItIs() throws UnspeakableException {
        RTEData told = spoken(event("e", RoadEvent.Kind.OBSTACLE, 20.01, List.of(), null));
        assertThat(told.eventPos()).isEqualTo(new PositionOffsetLLV(new PositionLL24B(1042, 1804), null));
        assertThat(told.eventRadius()).isEqualTo(201);
    }

    @Test
    void saysNothingOfARadiusThatIsNotKnown() throws UnspeakableException {
        assertThat(spoken(event("e", RoadEvent.Kind.OBSTACLE, Double.NaN, List.of(), null))
                        .eventRadius())
                .isNull();
    }

    @Test
    void saysHowLongHowSureAndHowUrgent() throws UnspeakableException {
        RTEData told = spoken(event(RoadEvent.Kind.WRONG_WAY));
        // Since 08:14:41, believed until 08:16:41.
        assertThat(told.timeDetails()).isEqualTo(new RSITimeDetails(MINUTE - 1, MINUTE + 2, null));
        assertThat(told.eventConfidence()).isEqualTo(180);
        assertThat(told.priority()).isEqualTo(Octets.ofHex("E0"));
        assertThat(told.eventSource()).isEqualTo(EventSource.DETECTION);
    }

    @Test
    void endsWithATimeThatHasPassed() throws UnspeakableException {
        RTEData first = spoken(event(RoadEvent.Kind.OBSTACLE), Phase.NEW);
        RTEData last = spoken(event(RoadEvent.Kind.OBSTACLE), Phase.CANCEL);
        assertThat(last.rteId()).isEqualTo(first.rteId());
        assertThat(last.timeDetails()).isEqualTo(new RSITimeDetails(MINUTE - 1, MINUTE - 1, null));
    }

    @Test
    void keepsItsNumber() throws UnspeakableException {
        Set<Integer> numbers = new HashSet<>();
        for (int i : IntStream.range(0, 256).toArray()) {
            numbers.add(spoken(event("app/" + i, RoadEvent.Kind.OBSTACLE, 20, List.of(), null))
                    .rteId());
        }
        assertThat(numbers).hasSize(256);
        assertThat(spoken(event("app/7", RoadEvent.Kind.OBSTACLE, 20, List.of(), null))
                        .rteId())
                .isEqualTo(7);
    }

    @Test
    void followsItsLanes() throws UnspeakableException {
        var paths = spoken(event("e", RoadEvent.Kind.OBSTACLE, 20, List.of(12, 25), null))
                .referencePaths();
        assertThat(paths).hasSize(2).allSatisfy(path -> {
            assertThat(path.activePath()).hasSize(3);
            assertThat(path.pathRadius()).isEqualTo(18);
        });
    }

    @Test
    void namesTheLinkOfLanesThatItCanName() throws UnspeakableException {
        var links = spoken(event("e", RoadEvent.Kind.OBSTACLE, 20, List.of(11, 12, 15, 21), null))
                .referenceLinks();
        assertThat(links)
                .as("lane 15 goes out, lane 21 has no bit")
                .containsExactly(new ReferenceLink(
                        new NodeReferenceID(420, 181), new NodeReferenceID(420, 184), BitString.withBits(16, 11, 12)));
    }

    @Test
    void saysNothingOfLanesThatAreTooMany() throws UnspeakableException {
        List<Integer> many = List.of(11, 12, 13, 21, 22, 23, 31, 32, 33);
        assertThat(spoken(event("e", RoadEvent.Kind.OBSTACLE, 20, many, null)).referencePaths())
                .isNull();
    }

    @Test
    void addsWhatPeopleCanRead() throws UnspeakableException {
        assertThat(spoken(event("e", RoadEvent.Kind.WEATHER, 20, List.of(), "Ice"))
                        .description())
                .isEqualTo(new Description.TextString("Ice"));
        assertThat(spoken(event("e", RoadEvent.Kind.WEATHER, 20, List.of(), "结冰"))
                        .description())
                .isEqualTo(new Description.TextGB2312(Octets.ofHex("BDE1B1F9")));
    }

    @Test
    void leavesOffWhatIsTooLong() throws UnspeakableException {
        assertThat(spoken(event("e", RoadEvent.Kind.WEATHER, 20, List.of(), "路".repeat(257)))
                        .description())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void isReadInBothEditions(CsaeEdition edition) throws UnspeakableException, CodecException {
        RoadEvent event = event("e", RoadEvent.Kind.ROAD_WORKS, 20, List.of(11, 12), "施工");
        List<V2xFrame> frames = Spoken.set(edition).encode(announcement(event, Phase.UPDATE));
        assertThat(frames).singleElement().satisfies(frame -> assertThat(frame.kind())
                .isEqualTo(MessageKind.RSI));
        String json = edition.frame().decode(Spoken.octets(frames.get(0))).toString();
        assertThat(json).contains("eventType=501", "pathRadius=18");
    }

    @Test
    void refusesAPlaceThatIsNone() {
        RoadEvent odd = new RoadEvent(
                "e",
                RoadEvent.Kind.OBSTACLE,
                NOW,
                new Position(Double.NaN, 0, 0),
                20,
                1,
                Duration.ofSeconds(1),
                null,
                List.of(),
                Double.NaN,
                List.of(),
                null);
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> spoken(odd))
                .withMessageContaining("event e is not on the site");
    }
}
