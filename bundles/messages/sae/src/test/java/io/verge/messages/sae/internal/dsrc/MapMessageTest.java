package io.verge.messages.sae.internal.dsrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import io.verge.messages.sae.j2735.Connection;
import io.verge.messages.sae.j2735.GenericLane;
import io.verge.messages.sae.j2735.IntersectionGeometry;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.LaneDataAttribute;
import io.verge.messages.sae.j2735.LaneTypeAttributes;
import io.verge.messages.sae.j2735.LayerType;
import io.verge.messages.sae.j2735.MapData;
import io.verge.messages.sae.j2735.NodeAttributeSetXY;
import io.verge.messages.sae.j2735.NodeLLmD64b;
import io.verge.messages.sae.j2735.NodeListXY;
import io.verge.messages.sae.j2735.NodeOffsetPointXY;
import io.verge.messages.sae.j2735.NodeXY;
import io.verge.messages.sae.j2735.NodeXY20b;
import io.verge.messages.sae.j2735.NodeXY22b;
import io.verge.messages.sae.j2735.NodeXY24b;
import io.verge.messages.sae.j2735.NodeXY26b;
import io.verge.messages.sae.j2735.NodeXY28b;
import io.verge.messages.sae.j2735.NodeXY32b;
import io.verge.messages.sae.j2735.RegulatorySpeedLimit;
import io.verge.testkit.Crossing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MapMessageTest {
    private final MapMessage message =
            new MapMessage("MAP", Crossing.site(Crossing.map()).frame());

    private static MapAnnouncement announcement(SiteMap map) {
        return new MapAnnouncement(Crossing.TIME, Stamps.NONE, map);
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private MapData map(SiteMap map) throws UnspeakableException {
        return OnTheAir.received(message.of(announcement(map)));
    }

    private IntersectionGeometry crossing(SiteMap map) throws UnspeakableException {
        return known(map(map).intersections()).get(0);
    }

    private GenericLane lane(SiteMap map, int id) throws UnspeakableException {
        return crossing(map).laneSet().stream()
                .filter(lane -> lane.laneID() == id)
                .findFirst()
                .orElseThrow();
    }

    private static List<NodeXY> nodes(GenericLane lane) {
        return ((NodeListXY.Nodes) lane.nodeList()).value();
    }

    private static SiteMap withLanes(Lane... lanes) {
        SiteMap map = Crossing.map();
        return new SiteMap(0, 184, "解放大道", 7, map.approaches(), List.of(lanes), List.of(), Set.of());
    }

    private static Lane straight(double... easts) {
        List<Position> line = new ArrayList<>();
        for (double east : easts) {
            line.add(new Position(east, 0, 0));
        }
        return new Lane(1, 1, LaneUse.VEHICLE, false, 3, Double.NaN, line, List.of());
    }

    @Test
    void namesTheCrossingAndItsPlace() throws UnspeakableException {
        MapData map = map(Crossing.map());
        assertThat(map.timeStamp()).isEqualTo(59 * 1440 + 8 * 60 + 15);
        assertThat(map.msgIssueRevision()).isEqualTo(7);
        assertThat(map.layerType()).isEqualTo(LayerType.INTERSECTION_DATA);
        IntersectionGeometry crossing = known(map.intersections()).get(0);
        assertThat(crossing.name()).isEqualTo("Main St / 2nd Ave");
        assertThat(crossing.id()).isEqualTo(new IntersectionReferenceID(420, 184));
        assertThat(crossing.revision()).isEqualTo(7);
        assertThat(crossing.refPoint().lat()).isEqualTo(305_000_000);
        assertThat(crossing.refPoint().long_()).isEqualTo(1_143_000_000);
        assertThat(crossing.refPoint().elevation()).isEqualTo(210);
        assertThat(crossing.laneWidth()).isEqualTo(350);
        assertThat(known(crossing.speedLimits()).get(0).speed()).isEqualTo(833);
        assertThat(crossing.laneSet()).hasSize(20);
    }

    @Test
    void drawsALaneThatComesInFromItsStopLine() throws UnspeakableException {
        GenericLane left = lane(Crossing.map(), 11);
        assertThat(left.ingressApproach()).isEqualTo(1);
        assertThat(left.egressApproach()).isNull();
        assertThat(left.laneAttributes().directionalUse()).hasToString("10");
        assertThat(left.laneAttributes().laneType()).isInstanceOf(LaneTypeAttributes.Vehicle.class);
        assertThat(left.maneuvers()).hasToString("010000000000");
        assertThat(nodes(left))
                .extracting(NodeXY::delta)
                .containsExactly(new NodeXY24b(-350, 2000), new NodeXY26b(0, 4000), new NodeXY32b(0, 9000));
        assertThat(nodes(left)).extracting(NodeXY::attributes).containsOnlyNulls();
    }

    @Test
    void drawsALaneThatGoesOutFromTheCrossing() throws UnspeakableException {
        GenericLane out = lane(Crossing.map(), 15);
        assertThat(out.ingressApproach()).isNull();
        assertThat(out.egressApproach()).isEqualTo(1);
        assertThat(out.laneAttributes().directionalUse()).hasToString("01");
        assertThat(out.maneuvers()).isNull();
        assertThat(out.connectsTo()).isNull();
        assertThat(nodes(out).get(0).delta()).isEqualTo(new NodeXY24b(350, 2000));
    }

    @Test
    void connectsLanes() throws UnspeakableException {
        List<Connection> ways = known(lane(Crossing.map(), 12).connectsTo());
        assertThat(ways).hasSize(2);
        assertThat(ways.get(0).connectingLane().lane()).isEqualTo(35);
        assertThat(ways.get(0).connectingLane().maneuver()).hasToString("100000000000");
        assertThat(ways.get(0).signalGroup()).isEqualTo(2);
        assertThat(ways.get(0).remoteIntersection()).isNull();
        assertThat(ways).extracting(Connection::connectionID).containsExactly(2, 3);
        assertThat(lane(Crossing.map(), 12).maneuvers()).hasToString("101000000000");
    }

    @Test
    void aCrosswalkIsALaneOfItsOwnGroup() throws UnspeakableException {
        GenericLane crosswalk = lane(Crossing.map(), 101);
        assertThat(crosswalk.laneAttributes().laneType()).isInstanceOf(LaneTypeAttributes.Crosswalk.class);
        assertThat(crosswalk.laneAttributes().directionalUse()).hasToString("11");
        Connection itself = known(crosswalk.connectsTo()).get(0);
        assertThat(itself.connectingLane().lane()).isEqualTo(101);
        assertThat(itself.signalGroup()).isEqualTo(9);
        assertThat(known(nodes(crosswalk).get(0).attributes()).dWidth()).isEqualTo(50);
        assertThat(nodes(crosswalk))
                .extracting(NodeXY::delta)
                .containsExactly(new NodeXY24b(-1000, 1600), new NodeXY24b(2000, 0));
    }

    @Test
    void lanesForBicyclesAreSuch() throws UnspeakableException {
        assertThat(lane(Crossing.map(), 13).laneAttributes().laneType())
                .isInstanceOf(LaneTypeAttributes.BikeLane.class);
    }

    @Test
    void choosesTheShortestOffset() throws UnspeakableException {
        Lane line = straight(0, 5, 15, 35, 75, 155, 450, 1000);
        assertThat(nodes(lane(withLanes(line), 1)))
                .extracting(NodeXY::delta)
                .extracting(NodeOffsetPointXY::getClass)
                .containsExactly(
                        NodeXY20b.class,
                        NodeXY20b.class,
                        NodeXY22b.class,
                        NodeXY24b.class,
                        NodeXY26b.class,
                        NodeXY28b.class,
                        NodeXY32b.class,
                        NodeLLmD64b.class);
    }

    @Test
    void saysWhereOnTheEarthAFarNodeIs() throws UnspeakableException {
        NodeLLmD64b far = (NodeLLmD64b)
                nodes(lane(withLanes(straight(0, 1000)), 1)).get(1).delta();
        Position back = Crossing.frame().toSite(new Wgs84(far.lat() * 1e-7, far.lon() * 1e-7, 21));
        assertThat(back.east()).isCloseTo(1000, within(0.02));
        assertThat(back.north()).isCloseTo(0, within(0.1));
    }

    @Test
    void errorsDoNotAddUp() throws UnspeakableException {
        double[] easts = new double[60];
        for (int i = 0; i < easts.length; i++) {
            easts[i] = i * 1.004;
        }
        long sum = nodes(lane(withLanes(straight(easts)), 1)).stream()
                .mapToLong(node -> ((NodeXY20b) node.delta()).x())
                .sum();
        assertThat(sum).isEqualTo(Math.round(59 * 100.4));
    }

    @Test
    void thinsALineOfTooManyPoints() throws UnspeakableException {
        double[] easts = new double[200];
        for (int i = 0; i < easts.length; i++) {
            easts[i] = i;
        }
        assertThat(nodes(lane(withLanes(straight(easts)), 1))).hasSize(63);
    }

    @Test
    void aLaneThatDiffersSaysSo() throws UnspeakableException {
        List<Position> line = straight(0, 10).centreLine();
        Lane usual = new Lane(1, 1, LaneUse.VEHICLE, false, 3.5, 10, line, List.of());
        Lane slow = new Lane(2, 1, LaneUse.BUS, false, 3, 5, line, List.of());
        Lane free = new Lane(3, 1, LaneUse.VEHICLE, false, 3.5, Double.NaN, line, List.of());
        SiteMap map = withLanes(usual, slow, free);
        NodeAttributeSetXY differences = known(nodes(lane(map, 2)).get(0).attributes());
        assertThat(differences.dWidth()).isEqualTo(-50);
        assertThat(limit(differences).speed()).isEqualTo(250);
        assertThat(limit(known(nodes(lane(map, 3)).get(0).attributes())).speed())
                .isEqualTo(8191);
        assertThat(nodes(lane(map, 1)).get(0).attributes()).isNull();
    }

    private static RegulatorySpeedLimit limit(NodeAttributeSetXY attributes) {
        LaneDataAttribute data = known(attributes.data()).get(0);
        return ((LaneDataAttribute.SpeedLimits) data).value().get(0);
    }

    @Test
    void leavesOffWhatIsNotKnown() throws UnspeakableException {
        IntersectionGeometry crossing = crossing(withLanes(straight(0, 10)));
        assertThat(crossing.name()).isNull();
        assertThat(crossing.id().region()).isNull();
        assertThat(crossing.speedLimits()).isNull();
    }

    @Test
    void hasNoMessageForAWayToNowhere() {
        Lane lost = new Lane(
                11,
                1,
                LaneUse.VEHICLE,
                true,
                3,
                10,
                straight(0, 10).centreLine(),
                List.of(new io.verge.api.site.Connection(99, Manoeuvre.LEFT, 1)));
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> message.of(announcement(withLanes(lost))))
                .withMessage("MAP: lane 11 leads to lane 99, which is not there");
    }

    @Test
    void hasNoMessageForNoLane() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> message.of(announcement(withLanes())))
                .withMessage("MAP: the map has no lanes");
    }
}
