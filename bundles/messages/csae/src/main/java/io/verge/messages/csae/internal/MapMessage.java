package io.verge.messages.csae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Approach;
import io.verge.api.site.LaneUse;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.ConnectingLane;
import io.verge.messages.csae.edition2020.Connection;
import io.verge.messages.csae.edition2020.Lane;
import io.verge.messages.csae.edition2020.LaneAttributes;
import io.verge.messages.csae.edition2020.LaneAttributesVehicle;
import io.verge.messages.csae.edition2020.LaneTypeAttributes;
import io.verge.messages.csae.edition2020.Link;
import io.verge.messages.csae.edition2020.MapData;
import io.verge.messages.csae.edition2020.Movement;
import io.verge.messages.csae.edition2020.Node;
import io.verge.messages.csae.edition2020.NodeReferenceID;
import io.verge.messages.csae.edition2020.RegulatorySpeedLimit;
import io.verge.messages.csae.edition2020.RoadPoint;
import io.verge.messages.csae.edition2020.SpeedLimitType;
import io.verge.messages.facilities.Line;
import io.verge.messages.facilities.element.AllowedManeuvers;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.Ia5;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.uper.BitString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The crossing as MAP: one node, and a link for each approach on which traffic comes in. What goes out belongs to the links of
 * the neighbours' maps and is only referred to, and crosswalks have no place in links. Lanes keep the numbers of the site's map.
 */
final class MapMessage {
    private static final int POINTS = 31;
    private static final int LANES = 32;
    private static final int MOVEMENTS = 32;
    private static final int NAME = 63;
    private static final int LANE_WIDTH = 32_767;

    private final SiteFrame frame;
    private final Offsets offsets;
    private final int connections;

    MapMessage(SiteFrame frame, CsaeEdition edition) {
        this.frame = frame;
        this.offsets = Offsets.from(frame.origin());
        this.connections = edition == CsaeEdition.EDITION_2019 ? 16 : 8;
    }

    /** In the types of the edition of 2020; the message count is the map's revision, the same until the map changes. */
    MapData of(MapAnnouncement announcement) throws UnspeakableException {
        SiteMap map = announcement.map();
        List<Link> links = new ArrayList<>();
        for (Approach approach : map.approaches()) {
            List<io.verge.api.site.Lane> lanes = map.lanes().stream()
                    .filter(lane -> lane.ingress() && lane.approach() == approach.id())
                    .toList();
            if (!lanes.isEmpty()) {
                links.add(link(map, approach, lanes));
            }
        }
        Node node = new Node(
                Ia5.name(map.name(), NAME),
                SignalMessage.node(map),
                RoadUsersMessage.position(frame.origin()),
                links.isEmpty() ? null : links,
                null,
                null,
                null);
        return MapData.builder()
                .msgCnt(map.revision())
                .timeStamp(MinuteOfYear.of(announcement.time()))
                .nodes(List.of(node))
                .build();
    }

    private Link link(SiteMap map, Approach approach, List<io.verge.api.site.Lane> lanes) throws UnspeakableException {
        if (lanes.size() > LANES) {
            throw new UnspeakableException("MAP: approach " + approach.id() + " has more than " + LANES + " lanes");
        }
        double limit = commonSpeedLimit(lanes);
        double width = 0;
        Set<Movement> movements = new LinkedHashSet<>();
        List<Lane> told = new ArrayList<>(lanes.size());
        for (io.verge.api.site.Lane lane : lanes) {
            List<Connection> ways = connections(map, lane);
            ways.forEach(way -> movements.add(new Movement(way.remoteIntersection(), way.phaseId())));
            width += lane.width();
            told.add(lane(lane, ways, Double.isNaN(limit)));
        }
        if (movements.size() > MOVEMENTS) {
            throw new UnspeakableException("MAP: approach " + approach.id() + " has over " + MOVEMENTS + " movements");
        }
        return new Link(
                Ia5.name(approach.name(), NAME),
                SignalMessage.node(map.region(), approach.upstreamNode()),
                speedLimits(limit),
                width(width),
                null,
                movements.isEmpty() ? null : List.copyOf(movements),
                told,
                null);
    }

    private Lane lane(io.verge.api.site.Lane lane, List<Connection> ways, boolean ownSpeedLimit)
            throws UnspeakableException {
        List<RoadPoint> points = new ArrayList<>();
        for (Position point : Line.thinned(lane.centreLine(), POINTS)) {
            if (!Coordinates.onSite(point)) {
                throw new UnspeakableException("MAP: lane " + lane.id() + " is not on the site: " + point);
            }
            points.add(new RoadPoint(offsets.to(CsaeUnits.onEarth(frame, point)), null));
        }
        return new Lane(
                lane.id(),
                width(lane.width()),
                new LaneAttributes(null, type(lane.use())),
                maneuvers(lane),
                ways.isEmpty() ? null : ways,
                ownSpeedLimit ? speedLimits(lane.speedLimit()) : null,
                points,
                null);
    }

    private List<Connection> connections(SiteMap map, io.verge.api.site.Lane lane) throws UnspeakableException {
        if (lane.connections().size() > connections) {
            throw new UnspeakableException("MAP: lane " + lane.id() + " has "
                    + lane.connections().size() + " connections, and this edition takes " + connections);
        }
        List<Connection> result = new ArrayList<>(lane.connections().size());
        for (io.verge.api.site.Connection way : lane.connections()) {
            ConnectingLane to = new ConnectingLane(way.toLane(), AllowedManeuvers.of(way.manoeuvre()));
            result.add(new Connection(remote(map, lane, way.toLane()), to, way.signalGroup()));
        }
        return result;
    }

    private static NodeReferenceID remote(SiteMap map, io.verge.api.site.Lane from, int toLane)
            throws UnspeakableException {
        for (io.verge.api.site.Lane lane : map.lanes()) {
            if (lane.id() == toLane) {
                return SignalMessage.node(map.region(), node(map, lane.approach()));
            }
        }
        throw new UnspeakableException("MAP: lane " + from.id() + " leads to lane " + toLane + ", which is not there");
    }

    /** The crossing at the other end of an approach; 0 when there is none. */
    private static int node(SiteMap map, int approach) {
        for (Approach other : map.approaches()) {
            if (other.id() == approach) {
                return other.upstreamNode();
            }
        }
        return 0;
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

    private static @Nullable BitString maneuvers(io.verge.api.site.Lane lane) {
        return lane.connections().isEmpty() ? null : AllowedManeuvers.of(lane);
    }

    /** The limit that holds on all lanes for vehicles; NaN when they differ or one has none. */
    private static double commonSpeedLimit(List<io.verge.api.site.Lane> lanes) {
        double[] limits = lanes.stream()
                .filter(lane -> lane.use() == LaneUse.VEHICLE || lane.use() == LaneUse.BUS)
                .mapToDouble(io.verge.api.site.Lane::speedLimit)
                .distinct()
                .toArray();
        return limits.length == 1 ? limits[0] : Double.NaN;
    }

    private static @Nullable List<RegulatorySpeedLimit> speedLimits(double limit) {
        return Double.isNaN(limit)
                ? null
                : List.of(new RegulatorySpeedLimit(SpeedLimitType.VEHICLE_MAX_SPEED, DsrcUnits.speed(limit)));
    }

    private static int width(double metres) {
        return DsrcUnits.length(metres, 0.01, LANE_WIDTH);
    }
}
