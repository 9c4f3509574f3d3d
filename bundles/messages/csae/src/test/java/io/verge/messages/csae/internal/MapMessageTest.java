package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Approach;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.Connection;
import io.verge.messages.csae.edition2020.Lane;
import io.verge.messages.csae.edition2020.LaneTypeAttributes;
import io.verge.messages.csae.edition2020.Link;
import io.verge.messages.csae.edition2020.MapData;
import io.verge.messages.csae.edition2020.Movement;
import io.verge.messages.csae.edition2020.Node;
import io.verge.messages.csae.edition2020.NodeReferenceID;
import io.verge.messages.csae.edition2020.PositionLL32B;
import io.verge.messages.csae.edition2020.RoadPoint;
import io.verge.messages.csae.edition2020.SpeedLimitType;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.Crossing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MapMessageTest {
    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    private static MapAnnouncement announcement(SiteMap map) {
        return new MapAnnouncement(Crossing.TIME, Stamps.NONE, map);
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private Node node() throws UnspeakableException {
        return Spoken.map(set, announcement(Crossing.map())).nodes().get(0);
    }

    private Link north() throws UnspeakableException {
        return known(node().inLinks()).get(0);
    }

    @Test
    void namesTheNodeAndItsPlace() throws UnspeakableException {
        MapData map = Spoken.map(set, announcement(Crossing.map()));
        assertThat(map.msgCnt()).isEqualTo(7);
        assertThat(map.timeStamp()).isEqualTo(59 * 1440 + 8 * 60 + 15);
        assertThat(map.nodes()).hasSize(1);
        Node node = node();
        assertThat(node.name()).isEqualTo("Main St / 2nd Ave");
        assertThat(node.id()).isEqualTo(new NodeReferenceID(420, 184));
        assertThat(node.refPos().lat()).isEqualTo(305_000_000);
        assertThat(node.refPos().long_()).isEqualTo(1_143_000_000);
        assertThat(node.refPos().elevation()).isEqualTo(210);
    }

    @Test
    void hasALinkForEachApproach() throws UnspeakableException {
        assertThat(known(node().inLinks()))
                .extracting(Link::upstreamNodeId)
                .containsExactly(
                        new NodeReferenceID(420, 181),
                        new NodeReferenceID(420, 182),
                        new NodeReferenceID(420, 183),
                        new NodeReferenceID(420, 184));
        assertThat(north().name()).isEqualTo("Arm 1");
        assertThat(north().linkWidth()).isEqualTo(1050);
        assertThat(known(north().speedLimits())).singleElement().satisfies(limit -> {
            assertThat(limit.type()).isEqualTo(SpeedLimitType.VEHICLE_MAX_SPEED);
            assertThat(limit.speed()).isEqualTo(833);
        });
    }

    @Test
    void listsTheLanesThatComeIn() throws UnspeakableException {
        assertThat(north().lanes()).extracting(Lane::laneID).containsExactly(11, 12, 13);
        Lane through = north().lanes().get(1);
        assertThat(through.laneWidth()).isEqualTo(350);
        assertThat(through.maneuvers()).hasToString("101000000000");
        assertThat(known(through.laneAttributes()).laneType()).isInstanceOf(LaneTypeAttributes.Vehicle.class);
        assertThat(through.speedLimits()).isNull();
        Lane bicycles = north().lanes().get(2);
        assertThat(known(bicycles.laneAttributes()).laneType()).isInstanceOf(LaneTypeAttributes.BikeLane.class);
        assertThat(bicycles.maneuvers()).isNull();
        assertThat(bicycles.connectsTo()).isNull();
    }

    @Test
    void connectsLanesAcrossTheCrossing() throws UnspeakableException {
        List<Connection> ways = known(north().lanes().get(1).connectsTo());
        assertThat(ways).hasSize(2);
        Connection straight = ways.get(0);
        assertThat(straight.remoteIntersection()).isEqualTo(new NodeReferenceID(420, 183));
        assertThat(known(straight.connectingLane()).lane()).isEqualTo(35);
        assertThat(known(straight.connectingLane()).maneuver()).hasToString("100000000000");
        assertThat(straight.phaseId()).isEqualTo(2);
    }

    @Test
    void sumsUpTheMovementsOfALink() throws UnspeakableException {
        assertThat(known(north().movements()))
                .containsExactly(
                        new Movement(new NodeReferenceID(420, 182), 1),
                        new Movement(new NodeReferenceID(420, 183), 2),
                        new Movement(new NodeReferenceID(420, 184), 2));
    }

    @Test
    void drawsLanesInTheDirectionOfTravel() throws UnspeakableException {
        List<RoadPoint> points = known(north().lanes().get(0).points());
        assertThat(points).hasSize(3);
        PositionLL32B last = (PositionLL32B) points.get(0).posOffset().offsetLL();
        Position start = Crossing.frame().toSite(new Wgs84(30.5 + last.lat() * 1e-7, 114.3 + last.lon() * 1e-7, 21));
        assertThat(start.north()).isCloseTo(150, within(0.02));
        assertThat(start.east()).isCloseTo(-3.5, within(0.02));
    }

    @Test
    void thinsALineOfTooManyPoints() throws UnspeakableException {
        List<Position> line = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            line.add(new Position(i < 50 ? 0 : i - 50, i < 50 ? i : 50, 0));
        }
        Lane lane = known(Spoken.map(set, announcement(withLine(line)))
                        .nodes()
                        .get(0)
                        .inLinks())
                .get(0)
                .lanes()
                .get(0);
        assertThat(known(lane.points())).hasSize(31);
    }

    private static SiteMap withLine(List<Position> line) {
        SiteMap map = Crossing.map();
        io.verge.api.site.Lane old = map.lanes().get(0);
        return withLanes(List.of(
                new io.verge.api.site.Lane(old.id(), old.approach(), old.use(), true, 3, Double.NaN, line, List.of())));
    }

    private static SiteMap withLanes(List<io.verge.api.site.Lane> lanes) {
        SiteMap map = Crossing.map();
        return new SiteMap(0, 184, "解放大道", 7, map.approaches(), lanes, List.of(), Set.of());
    }

    @Test
    void leavesOffWhatIsNotKnown() throws UnspeakableException {
        List<Position> line = List.of(new Position(0, 100, 0), new Position(0, 10, 0));
        Node node = Spoken.map(set, announcement(withLine(line))).nodes().get(0);
        assertThat(node.name()).isNull();
        assertThat(node.id().region()).isNull();
        Link link = known(node.inLinks()).get(0);
        assertThat(link.speedLimits()).isNull();
        assertThat(link.movements()).isNull();
        assertThat(link.lanes().get(0).speedLimits()).isNull();
    }

    @Test
    void tellsSpeedLimitsOfLanesWhereTheyDiffer() throws UnspeakableException {
        List<io.verge.api.site.Lane> lanes = new ArrayList<>(Crossing.map().lanes());
        io.verge.api.site.Lane slow = lanes.get(0);
        lanes.set(
                0,
                new io.verge.api.site.Lane(
                        slow.id(), 1, slow.use(), true, 3.5, 10, slow.centreLine(), slow.connections()));
        Link link = known(Spoken.map(set, announcement(withLanes(lanes)))
                        .nodes()
                        .get(0)
                        .inLinks())
                .get(0);
        assertThat(link.speedLimits()).isNull();
        assertThat(known(link.lanes().get(0).speedLimits()).get(0).speed()).isEqualTo(500);
        assertThat(known(link.lanes().get(1).speedLimits()).get(0).speed()).isEqualTo(833);
    }

    @Test
    void hasNoMessageForAWayToNowhere() {
        io.verge.api.site.Lane old = Crossing.map().lanes().get(0);
        io.verge.api.site.Lane lost = new io.verge.api.site.Lane(
                11,
                1,
                old.use(),
                true,
                3,
                10,
                old.centreLine(),
                List.of(new io.verge.api.site.Connection(99, Manoeuvre.LEFT, 1)));
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(announcement(withLanes(List.of(lost)))))
                .withMessage("MAP: lane 11 leads to lane 99, which is not there");
    }

    @Test
    void saysHowManyConnectionsAnEditionTakes() throws UnspeakableException {
        List<io.verge.api.site.Lane> lanes = new ArrayList<>(Crossing.map().lanes());
        io.verge.api.site.Lane old = lanes.get(0);
        List<io.verge.api.site.Connection> many = new ArrayList<>();
        for (int group = 1; group <= 9; group++) {
            many.add(new io.verge.api.site.Connection(15, Manoeuvre.U_TURN, group));
        }
        lanes.set(0, new io.verge.api.site.Lane(11, 1, old.use(), true, 3, 10, old.centreLine(), many));
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(announcement(withLanes(lanes))))
                .withMessage("MAP: lane 11 has 9 connections, and this edition takes 8");
        assertThat(Spoken.set(CsaeEdition.EDITION_2019).encode(announcement(withLanes(lanes))))
                .hasSize(1);
    }

    @Test
    void aRevisionOutOfRangeIsNotSaid() {
        SiteMap map = new SiteMap(1, 2, "", 128, List.of(new Approach(1, "", 0)), List.of(), List.of(), Set.of());
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(announcement(map)))
                .withMessageContaining("msgCnt");
    }

    @Test
    void saysTheSameInTheEditionOf2019() throws UnspeakableException, CodecException {
        byte[] octets = Spoken.octets(Spoken.set(CsaeEdition.EDITION_2019)
                .encode(announcement(Crossing.map()))
                .get(0));
        String old = json(CsaeEdition.EDITION_2019.frame(), octets);
        String current = json(
                CsaeEdition.EDITION_2020.frame(),
                Spoken.octets(set.encode(announcement(Crossing.map())).get(0)));
        assertThat(old).isEqualTo(current);
    }

    private static <T> String json(io.verge.messages.uper.Codec<T> codec, byte[] octets) throws CodecException {
        return codec.formatJson(codec.decode(octets));
    }
}
