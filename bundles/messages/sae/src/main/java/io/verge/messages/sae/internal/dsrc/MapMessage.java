package io.verge.messages.sae.internal.dsrc;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.SiteMap;
import io.verge.messages.facilities.element.AllowedManeuvers;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.Ia5;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.sae.j2735.ConnectingLane;
import io.verge.messages.sae.j2735.Connection;
import io.verge.messages.sae.j2735.GenericLane;
import io.verge.messages.sae.j2735.IntersectionGeometry;
import io.verge.messages.sae.j2735.LaneAttributes;
import io.verge.messages.sae.j2735.LaneAttributesVehicle;
import io.verge.messages.sae.j2735.LaneDataAttribute;
import io.verge.messages.sae.j2735.LaneTypeAttributes;
import io.verge.messages.sae.j2735.LayerType;
import io.verge.messages.sae.j2735.MapData;
import io.verge.messages.sae.j2735.NodeAttributeSetXY;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.sae.j2735.RegulatorySpeedLimit;
import io.verge.messages.sae.j2735.SpeedLimitType;
import io.verge.messages.uper.BitString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The crossing as MAP. Lanes are drawn away from the crossing: those that come in begin at their stop line. Crosswalks are lanes
 * too; one with a signal group is connected with itself, because only connections have one. Width and speed limit of the
 * crossing are those of its first lane for vehicles; lanes that differ say so at their first node.
 */
public final class MapMessage {
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

    private final String name;
    private final Position3D reference;
    private final Nodes nodes;

    /**
     * For a site.
     *
     * @param name the message's, for what is said of errors
     */
    public MapMessage(String name, SiteFrame frame) {
        this.name = name;
        this.reference = SiteReferences.place(frame.origin());
        this.nodes = new Nodes(frame);
    }

    /**
     * One message.
     *
     * @throws UnspeakableException when the map has no lanes, or some that the message cannot say
     */
    public MapData of(MapAnnouncement announcement) throws UnspeakableException {
        SiteMap map = announcement.map();
        if (map.lanes().isEmpty()) {
            throw new UnspeakableException(name + ": the map has no lanes");
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
        return MapData.builder()
                .timeStamp(MinuteOfYear.of(announcement.time()))
                .msgIssueRevision(map.revision())
                .layerType(LayerType.INTERSECTION_DATA)
                .layerID(WHOLE_MAP)
                .intersections(List.of(crossing(map, first, lanes)))
                .build();
    }

    private IntersectionGeometry crossing(SiteMap map, Lane first, List<GenericLane> lanes) {
        IntersectionGeometry.Builder crossing = IntersectionGeometry.builder()
                .id(SiteReferences.crossing(map))
                .revision(map.revision())
                .refPoint(reference)
                .laneSet(lanes);
        String text = Ia5.name(map.name(), NAME);
        if (text != null) {
            crossing.name(text);
        }
        if (first.width() > 0) {
            crossing.laneWidth(width(first.width()));
        }
        if (!Double.isNaN(first.speedLimit())) {
            crossing.speedLimits(List.of(speedLimit(first.speedLimit())));
        }
        return crossing.build();
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

    private void checkOnSite(int lane, List<Position> line) throws UnspeakableException {
        for (Position point : line) {
            if (!Coordinates.onSite(point)) {
                throw new UnspeakableException(name + ": lane " + lane + " is not on the site: " + point);
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

    private List<Connection> connections(SiteMap map, Lane lane, int id) throws UnspeakableException {
        if (lane.connections().size() > CONNECTIONS) {
            throw new UnspeakableException(name + ": lane " + lane.id() + " has "
                    + lane.connections().size() + " connections, and the message takes " + CONNECTIONS);
        }
        List<Connection> result = new ArrayList<>(lane.connections().size());
        for (io.verge.api.site.Connection way : lane.connections()) {
            if (map.lanes().stream().noneMatch(other -> other.id() == way.toLane())) {
                throw new UnspeakableException(
                        name + ": lane " + lane.id() + " leads to lane " + way.toLane() + ", which is not there");
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

    private static RegulatorySpeedLimit speedLimit(double limit) {
        return new RegulatorySpeedLimit(SpeedLimitType.VEHICLE_MAX_SPEED, DsrcUnits.speed(limit));
    }

    private static int width(double metres) {
        return DsrcUnits.length(metres, 0.01, LANE_WIDTH);
    }
}
