package io.verge.messages.csae.internal;

import io.verge.messages.csae.edition2019.ConnectingLane;
import io.verge.messages.csae.edition2019.Connection;
import io.verge.messages.csae.edition2019.Lane;
import io.verge.messages.csae.edition2019.LaneAttributes;
import io.verge.messages.csae.edition2019.Link;
import io.verge.messages.csae.edition2019.MapData;
import io.verge.messages.csae.edition2019.Movement;
import io.verge.messages.csae.edition2019.Node;
import io.verge.messages.csae.edition2019.NodeReferenceID;
import io.verge.messages.csae.edition2019.Position3D;
import io.verge.messages.csae.edition2019.RegulatorySpeedLimit;
import io.verge.messages.csae.edition2019.RoadPoint;
import io.verge.messages.facilities.Translation;
import io.verge.messages.uper.CodecException;

/**
 * A map of the edition of 2020 in the types of 2019. The lists and the link differ on the wire; what they hold is alike in both,
 * bit for bit, and carried over as bits. Maps are rare, so the detour costs nothing.
 */
final class Map2019 {
    private final Translation bits = new Translation();

    private Map2019() {}

    static MapData of(io.verge.messages.csae.edition2020.MapData map) throws CodecException {
        return new Map2019().map(map);
    }

    private MapData map(io.verge.messages.csae.edition2020.MapData map) throws CodecException {
        return new MapData(map.msgCnt(), map.timeStamp(), Translation.each(map.nodes(), this::node), null);
    }

    private Node node(io.verge.messages.csae.edition2020.Node node) throws CodecException {
        return new Node(
                node.name(),
                id(node.id()),
                bits.same(node.refPos(), io.verge.messages.csae.edition2020.Position3D::encode, Position3D::decode),
                Translation.all(node.inLinks(), this::link),
                null);
    }

    private Link link(io.verge.messages.csae.edition2020.Link link) throws CodecException {
        return new Link(
                link.name(),
                id(link.upstreamNodeId()),
                Translation.all(link.speedLimits(), this::limit),
                link.linkWidth(),
                Translation.all(link.points(), this::point),
                Translation.all(
                        link.movements(),
                        movement -> new Movement(id(movement.remoteIntersection()), movement.phaseId())),
                Translation.each(link.lanes(), this::lane),
                null);
    }

    private Lane lane(io.verge.messages.csae.edition2020.Lane lane) throws CodecException {
        var attributes = lane.laneAttributes();
        return new Lane(
                lane.laneID(),
                lane.laneWidth(),
                attributes == null
                        ? null
                        : bits.same(
                                attributes,
                                io.verge.messages.csae.edition2020.LaneAttributes::encode,
                                LaneAttributes::decode),
                lane.maneuvers(),
                Translation.all(lane.connectsTo(), this::connection),
                Translation.all(lane.speedLimits(), this::limit),
                Translation.all(lane.points(), this::point),
                null);
    }

    private Connection connection(io.verge.messages.csae.edition2020.Connection connection) throws CodecException {
        var lane = connection.connectingLane();
        return new Connection(
                id(connection.remoteIntersection()),
                lane == null ? null : new ConnectingLane(lane.lane(), lane.maneuver()),
                connection.phaseId());
    }

    private RegulatorySpeedLimit limit(io.verge.messages.csae.edition2020.RegulatorySpeedLimit limit)
            throws CodecException {
        return bits.same(
                limit, io.verge.messages.csae.edition2020.RegulatorySpeedLimit::encode, RegulatorySpeedLimit::decode);
    }

    private RoadPoint point(io.verge.messages.csae.edition2020.RoadPoint point) throws CodecException {
        return bits.same(point, io.verge.messages.csae.edition2020.RoadPoint::encode, RoadPoint::decode);
    }

    private static NodeReferenceID id(io.verge.messages.csae.edition2020.NodeReferenceID id) {
        return new NodeReferenceID(id.region(), id.id());
    }
}
