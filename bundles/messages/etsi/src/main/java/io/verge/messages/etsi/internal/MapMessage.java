package io.verge.messages.etsi.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.SiteMap;
import io.verge.messages.etsi.infrastructure.ConnectingLane;
import io.verge.messages.etsi.infrastructure.Connection;
import io.verge.messages.etsi.infrastructure.GenericLane;
import io.verge.messages.etsi.infrastructure.IntersectionGeometry;
import io.verge.messages.etsi.infrastructure.LaneAttributes;
import io.verge.messages.etsi.infrastructure.LaneAttributesVehicle;
import io.verge.messages.etsi.infrastructure.LaneDataAttribute;
import io.verge.messages.etsi.infrastructure.LaneTypeAttributes;
import io.verge.messages.etsi.infrastructure.LayerType;
import io.verge.messages.etsi.infrastructure.MapData;
import io.verge.messages.etsi.infrastructure.NodeAttributeSetXY;
import io.verge.messages.etsi.infrastructure.Position3D;
import io.verge.messages.etsi.infrastructure.RegulatorySpeedLimit;
import io.verge.messages.etsi.infrastructure.SpeedLimitType;
import io.verge.messages.facilities.element.AllowedManeuvers;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.Ia5;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.uper.BitString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The crossing as the body of MAPEM. Lanes are drawn away from the crossing: those that come in begin at their stop line. Crosswalks are lanes
 * too; one with a signal group is connected with itself, because only connections have one. Width and speed limit of the
 * crossing are those of its first lane for vehicles; lanes that differ say so at their first node.
 */
final class MapMessage {
    private static final int CONNECTIONS = 16;
    private static final int CONNECTION_IDS = 255;
    private static final int NAME = 63;
    private static final int LANE_WIDTH = 32_767;
    private static final int WIDTH_CHANGE = 511;
    private static final int WHOLE_MAP = 1;

    private static final BitString INGRESS = BitString.of(0b10, 2);
    private static final BitString EGRESS = BitString.of(0b01, 2);
    private static final BitString BOTH_WAYS = BitString.of(0b11, 2);
    private static final BitString SHARED_WITH_NOBODY = BitString.of(0, 10);

    private final Position3D reference;
    private final Nodes nodes;

    MapMessage(SiteFrame frame) {
        Wgs84 origin = frame.origin();
        this.reference = new Position3D(
                Coordinates.latitude(origin.latitude()),
                Coordinates.longitude(origin.longitude()),
                DsrcUnits.elevation(origin.elevation()),
                null,
                null);
        this.nodes = new Nodes(frame);
    }

    MapData of(MapAnnouncement announcement) throws UnspeakableException {
        SiteMap map = announcement.map();
        if (map.lanes().isEmpty()) {
            throw new UnspeakableException("MAPEM: the map has no lanes");
        }
        Lane first = map.lanes().stream()
                .filter(MapMessage::forVehicles)
                .findFirst()
                .orElse(map.lanes().get(0));
        List<GenericLane> lanes = new ArrayList<>();
        int connection = 1;
        for (Lane lane : map.lanes()) {
            lanes.add(lane(map, lane, first, connection));
            connection += lane.connections().size();
        }
        for (Crosswalk crosswalk : map.crosswalks()) {
            lanes.add(crosswalk(crosswalk, first, connection++));
        }
        IntersectionGeometry crossing = new IntersectionGeometry(
                Ia5.name(map.name(), NAME),
                SignalMessage.crossing(map),
                map.revision(),
                reference,
                first.width() > 0 ? width(first.width()) : null,
                speedLimits(first.speedLimit()),
                lanes,
                null,
                null,
                null);
        return MapData.builder()
                .timeStamp(MinuteOfYear.of(announcement.time()))
                .msgIssueRevision(map.revision())
                .layerType(LayerType.INTERSECTION_DATA)
                .layerID(WHOLE_MAP)
                .intersections(List.of(crossing))
                .build();
    }

    private static boolean forVehicles(Lane lane) {
        return lane.use() == LaneUse.VEHICLE || lane.use() == LaneUse.BUS;
    }

    private GenericLane lane(SiteMap map, Lane lane, Lane first, int connection) throws UnspeakableException {
        List<Position> line = new ArrayList<>(lane.centreLine());
        if (lane.ingress()) {
            Collections.reverse(line);
        }
        checkOnSite(lane.id(), line);
        GenericLane.Builder told = GenericLane.builder()
                .laneID(lane.id())
                .laneAttributes(new LaneAttributes(
                        lane.ingress() ? INGRESS : EGRESS, SHARED_WITH_NOBODY, type(lane.use()), null))
                .nodeList(nodes.of(
                        line,
                        differences(lane.width(), forVehicles(lane) ? lane.speedLimit() : first.speedLimit(), first)));
        if (lane.ingress()) {
            told.ingressApproach(lane.approach());
        } else {
            told.egressApproach(lane.approach());
        }
        if (!lane.connections().isEmpty()) {
            told.maneuvers(AllowedManeuvers.of(lane)).connectsTo(connections(map, lane, connection));
        }
        return told.build();
    }

    private GenericLane crosswalk(Crosswalk crosswalk, Lane first, int connection) throws UnspeakableException {
        checkOnSite(crosswalk.id(), crosswalk.centreLine());
        Integer group = crosswalk.signalGroup();
        LaneTypeAttributes type = new LaneTypeAttributes.Crosswalk(BitString.of(0, 16));
        GenericLane.Builder told = GenericLane.builder()
                .laneID(crosswalk.id())
                .laneAttributes(new LaneAttributes(BOTH_WAYS, SHARED_WITH_NOBODY, type, null))
                .nodeList(nodes.of(crosswalk.centreLine(), differences(crosswalk.width(), first.speedLimit(), first)));
        if (group != null) {
            ConnectingLane itself = new ConnectingLane(crosswalk.id(), null);
            told.connectsTo(List.of(new Connection(itself, null, group, null, connectionId(connection))));
        }
        return told.build();
    }

    private static void checkOnSite(int lane, List<Position> line) throws UnspeakableException {
        for (Position point : line) {
            if (!Coordinates.onSite(point)) {
                throw new UnspeakableException("MAPEM: lane " + lane + " is not on the site: " + point);
            }
        }
    }

    /** What differs from the crossing; null when nothing does. An unknown limit where others have one is said as such. */
    private static @Nullable NodeAttributeSetXY differences(double width, double limit, Lane first) {
        int wider = width > 0 && first.width() > 0 ? width(width) - width(first.width()) : 0;
        boolean otherLimit = Double.compare(limit, first.speedLimit()) != 0;
        if (wider == 0 && !otherLimit) {
            return null;
        }
        RegulatorySpeedLimit own = Double.isNaN(limit)
                ? new RegulatorySpeedLimit(SpeedLimitType.UNKNOWN, DsrcUnits.SPEED_UNAVAILABLE)
                : speedLimit(limit);
        return new NodeAttributeSetXY(
                null,
                null,
                null,
                otherLimit ? List.of(new LaneDataAttribute.SpeedLimits(List.of(own))) : null,
                wider == 0 ? null : Math.max(-WIDTH_CHANGE - 1, Math.min(WIDTH_CHANGE, wider)),
                null,
                null,
                null);
    }

    private static List<Connection> connections(SiteMap map, Lane lane, int id) throws UnspeakableException {
        if (lane.connections().size() > CONNECTIONS) {
            throw new UnspeakableException("MAPEM: lane " + lane.id() + " has "
                    + lane.connections().size() + " connections, and the message takes " + CONNECTIONS);
        }
        List<Connection> result = new ArrayList<>(lane.connections().size());
        for (io.verge.api.site.Connection way : lane.connections()) {
            if (map.lanes().stream().noneMatch(other -> other.id() == way.toLane())) {
                throw new UnspeakableException(
                        "MAPEM: lane " + lane.id() + " leads to lane " + way.toLane() + ", which is not there");
            }
            ConnectingLane to = new ConnectingLane(way.toLane(), AllowedManeuvers.of(way.manoeuvre()));
            result.add(new Connection(to, null, way.signalGroup(), null, connectionId(id + result.size())));
        }
        return result;
    }

    /** The number of a connection in the map; null when there are no numbers left. */
    private static @Nullable Integer connectionId(int number) {
        return number <= CONNECTION_IDS ? number : null;
    }

    private static LaneTypeAttributes type(LaneUse use) {
        return switch (use) {
            case VEHICLE -> new LaneTypeAttributes.Vehicle(BitString.of(0, 8));
            case BUS ->
                new LaneTypeAttributes.Vehicle(BitString.withBits(8, LaneAttributesVehicle.RESTRICTED_TO_BUS_USE));
            case BICYCLE -> new LaneTypeAttributes.BikeLane(BitString.of(0, 16));
            case SIDEWALK -> new LaneTypeAttributes.Sidewalk(BitString.of(0, 16));
        };
    }

    private static @Nullable List<RegulatorySpeedLimit> speedLimits(double limit) {
        return Double.isNaN(limit) ? null : List.of(speedLimit(limit));
    }

    private static RegulatorySpeedLimit speedLimit(double limit) {
        return new RegulatorySpeedLimit(SpeedLimitType.VEHICLE_MAX_SPEED, DsrcUnits.speed(limit));
    }

    private static int width(double metres) {
        return DsrcUnits.length(metres, 0.01, LANE_WIDTH);
    }
}
