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
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of the edition of 2020 in the types of 2019. The lists and the link differ on the wire; what they hold is alike in both,
 * bit for bit, and carried over as bits. Maps are rare, so the detour costs nothing.
 */
final class Map2019 {
    private final BitWriter bits = new BitWriter();

    private Map2019() {}

    static MapData of(io.verge.messages.csae.edition2020.MapData map) throws CodecException {
        return new Map2019().map(map);
    }

    private MapData map(io.verge.messages.csae.edition2020.MapData map) throws CodecException {
        return new MapData(map.msgCnt(), map.timeStamp(), each(map.nodes(), this::node), null);
    }

    private Node node(io.verge.messages.csae.edition2020.Node node) throws CodecException {
        return new Node(
                node.name(),
                id(node.id()),
                same(node.refPos(), io.verge.messages.csae.edition2020.Position3D::encode, Position3D::decode),
                all(node.inLinks(), this::link),
                null);
    }

    private Link link(io.verge.messages.csae.edition2020.Link link) throws CodecException {
        return new Link(
                link.name(),
                id(link.upstreamNodeId()),
                all(link.speedLimits(), this::limit),
                link.linkWidth(),
                all(link.points(), this::point),
                all(link.movements(), movement -> new Movement(id(movement.remoteIntersection()), movement.phaseId())),
                each(link.lanes(), this::lane),
                null);
    }

    private Lane lane(io.verge.messages.csae.edition2020.Lane lane) throws CodecException {
        var attributes = lane.laneAttributes();
        return new Lane(
                lane.laneID(),
                lane.laneWidth(),
                attributes == null
                        ? null
                        : same(
                                attributes,
                                io.verge.messages.csae.edition2020.LaneAttributes::encode,
                                LaneAttributes::decode),
                lane.maneuvers(),
                all(lane.connectsTo(), this::connection),
                all(lane.speedLimits(), this::limit),
                all(lane.points(), this::point),
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
        return same(
                limit, io.verge.messages.csae.edition2020.RegulatorySpeedLimit::encode, RegulatorySpeedLimit::decode);
    }

    private RoadPoint point(io.verge.messages.csae.edition2020.RoadPoint point) throws CodecException {
        return same(point, io.verge.messages.csae.edition2020.RoadPoint::encode, RoadPoint::decode);
    }

    private static NodeReferenceID id(io.verge.messages.csae.edition2020.NodeReferenceID id) {
        return new NodeReferenceID(id.region(), id.id());
    }

    /** One type of the other edition into that of this one. */
    private interface Part<A, B> {
        B of(A value) throws CodecException;
    }

    /** How a generated type writes itself. */
    private interface Write<A> {
        void to(A value, BitWriter out) throws CodecException;
    }

    private <A, B> B same(A value, Write<A> write, Codec.Decoder<B> decoder) throws CodecException {
        bits.clear();
        write.to(value, bits);
        byte[] octets = bits.toByteArray();
        return decoder.decode(new BitReader(octets, 0, octets.length));
    }

    private static <A, B> @Nullable List<B> all(@Nullable List<A> values, Part<A, B> part) throws CodecException {
        return values == null ? null : each(values, part);
    }

    private static <A, B> List<B> each(List<A> values, Part<A, B> part) throws CodecException {
        List<B> result = new ArrayList<>(values.size());
        for (A value : values) {
            result.add(part.of(value));
        }
        return result;
    }
}
