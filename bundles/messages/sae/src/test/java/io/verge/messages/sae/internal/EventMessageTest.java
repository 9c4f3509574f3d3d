package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.scene.RoadEvent;
import io.verge.api.time.Stamps;
import io.verge.messages.sae.j2735.Circle;
import io.verge.messages.sae.j2735.DistanceUnits;
import io.verge.messages.sae.j2735.GeographicalPath;
import io.verge.messages.sae.j2735.GeometricProjection;
import io.verge.messages.sae.j2735.ITIScodesAndTextItemItem;
import io.verge.messages.sae.j2735.OffsetSystem;
import io.verge.messages.sae.j2735.RoadSignID;
import io.verge.messages.sae.j2735.TravelerDataFrame;
import io.verge.messages.sae.j2735.TravelerDataFrameContent;
import io.verge.messages.sae.j2735.TravelerInfoType;
import io.verge.messages.sae.j2735.TravelerInformation;
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

class EventMessageTest {
    private static final Instant NOW = Crossing.TIME;

    private final SaeMessageSet set = Spoken.set(2016);

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

    private static EventAnnouncement announcement(RoadEvent event, Phase phase) {
        return new EventAnnouncement(NOW, Stamps.NONE, event, phase);
    }

    private TravelerInformation spoken(RoadEvent event, Phase phase) throws UnspeakableException {
        return Spoken.only(set, announcement(event, phase), TravelerInformation.class);
    }

    private TravelerDataFrame frame(RoadEvent event) throws UnspeakableException {
        return spoken(event, Phase.NEW).dataFrames().get(0);
    }

    private static List<ITIScodesAndTextItemItem> items(TravelerDataFrame frame) {
        return ((TravelerDataFrameContent.Advisory) frame.content())
                .value().stream().map(item -> item.item()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "COLLISION_RISK, 6922",
        "RED_LIGHT_VIOLATION, 1794",
        "PEDESTRIAN_ON_ROAD, 1286",
        "STOPPED_VEHICLE, 532",
        "SLOW_VEHICLE, 259",
        "WRONG_WAY, 1793",
        "OVERSPEED, 1794",
        "CONGESTION, 263",
        "QUEUE_TAIL, 257",
        "OBSTACLE, 1281",
        "ANIMAL, 1290",
        "ROAD_WORKS, 1025",
        "WEATHER, 7169"
    })
    void everyKindHasItsCode(RoadEvent.Kind kind, int code) throws UnspeakableException {
        TravelerDataFrame frame = frame(event("e", kind, 20, List.of(), null));
        assertThat(frame.frameType()).isEqualTo(TravelerInfoType.ADVISORY);
        assertThat(items(frame).get(0)).isEqualTo(new ITIScodesAndTextItemItem.Itis(code));
    }

    @Test
    void saysWhereItIs() throws UnspeakableException {
        RoadSignID id = (RoadSignID)
                frame(event("e", RoadEvent.Kind.OBSTACLE, 20, List.of(), null)).msgId();
        var there = Crossing.frame().toWgs84(new Position(10, 20, 0));
        assertThat(id.position().lat() / 1e7).isCloseTo(there.latitude(), within(1e-7));
        assertThat(id.position().long_() / 1e7).isCloseTo(there.longitude(), within(1e-7));
        assertThat(id.viewAngle()).hasToString("1111111111111111");
    }

    @ParameterizedTest
    @CsvSource({"20.01, 201, DECIMETER", "0, 1, DECIMETER", "700.2, 701, METER", "9000, 9, KILOMETER"})
    void coversTheRadius(double radius, int value, DistanceUnits units) throws UnspeakableException {
        GeographicalPath region = frame(event("e", RoadEvent.Kind.OBSTACLE, radius, List.of(), null))
                .regions()
                .get(0);
        Circle circle = ((GeometricProjection) Objects.requireNonNull(region.description())).circle();
        assertThat(circle.radius()).isEqualTo(value);
        assertThat(circle.units()).isEqualTo(units);
    }

    @Test
    void followsTheLanes() throws UnspeakableException {
        List<GeographicalPath> regions = frame(event("e", RoadEvent.Kind.OBSTACLE, 20, List.of(11, 12, 99), null))
                .regions();
        assertThat(regions).hasSize(2).allSatisfy(region -> {
            assertThat(region.description()).isInstanceOf(OffsetSystem.class);
            assertThat(region.laneWidth()).isEqualTo(350);
        });
    }

    @Test
    void leavesTheLanesOffWhereTheyMakeItTooLong() throws UnspeakableException {
        SaeMessageSet brief = new SaeMessageSet(
                new Settings(2016, java.util.Map.of(), Spoken.RSU, 200, Itis.with()), Crossing.site(Crossing.map()));
        List<Integer> all = List.of(11, 12, 13, 21, 22, 23, 31, 32, 33, 41, 42, 43);
        EventAnnouncement announcement = announcement(event("e", RoadEvent.Kind.OBSTACLE, 20, all, null), Phase.NEW);
        TravelerInformation tim = Spoken.only(brief, announcement, TravelerInformation.class);
        assertThat(tim.dataFrames().get(0).regions())
                .singleElement()
                .satisfies(region -> assertThat(region.description()).isInstanceOf(GeometricProjection.class));
    }

    @Test
    void holdsInWholeMinutesFromItsBeginning() throws UnspeakableException {
        TravelerDataFrame frame = frame(event("e", RoadEvent.Kind.OBSTACLE, 20, List.of(), null));
        // Since 08:14:41, believed until 08:16:41.
        assertThat(frame.startYear()).isEqualTo(2026);
        assertThat(frame.startTime()).isEqualTo(59 * 1440 + 8 * 60 + 14);
        assertThat(frame.durationTime()).isEqualTo(3);
    }

    @Test
    void isTakenBackUnderTheSameName() throws UnspeakableException {
        RoadEvent event = event("e", RoadEvent.Kind.OBSTACLE, 20, List.of(), null);
        TravelerInformation first = spoken(event, Phase.NEW);
        TravelerInformation last = spoken(event, Phase.CANCEL);
        assertThat(last.packetID()).isEqualTo(first.packetID());
        assertThat(last.dataFrames().get(0).durationTime()).isZero();
        assertThat(items(last.dataFrames().get(0))).containsExactly(new ITIScodesAndTextItemItem.Itis(7034));
    }

    @Test
    void hasANameOfItsOwn() throws UnspeakableException {
        Set<Object> names = new HashSet<>();
        for (int i : IntStream.range(0, 500).toArray()) {
            names.add(spoken(event("app/" + i, RoadEvent.Kind.OBSTACLE, 20, List.of(), null), Phase.NEW)
                    .packetID());
        }
        assertThat(names).hasSize(500);
    }

    @Test
    void addsWhatPeopleCanRead() throws UnspeakableException {
        TravelerDataFrame frame = frame(event("e", RoadEvent.Kind.WEATHER, 20, List.of(), "Black ice"));
        assertThat(items(frame)).last().isEqualTo(new ITIScodesAndTextItemItem.Text("Black ice"));
    }

    @Test
    void leavesOffWhatIsNotAscii() throws UnspeakableException {
        assertThat(items(frame(event("e", RoadEvent.Kind.WEATHER, 20, List.of(), "结冰"))))
                .hasSize(1);
    }

    @Test
    void isATim() throws UnspeakableException {
        assertThat(set.encode(announcement(event("e", RoadEvent.Kind.ANIMAL, 20, List.of(), null), Phase.UPDATE)))
                .singleElement()
                .satisfies(message -> assertThat(message.kind()).isEqualTo(MessageKind.TIM));
    }

    @ParameterizedTest
    @CsvSource({"NaN", "-1", "Infinity"})
    void refusesARadiusThatIsNone(double radius) {
        RoadEvent event = event("e", RoadEvent.Kind.ANIMAL, radius, List.of(), null);
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(announcement(event, Phase.NEW)))
                .withMessageContaining("radius");
    }
}
