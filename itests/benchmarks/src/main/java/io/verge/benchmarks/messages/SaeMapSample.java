package io.verge.benchmarks.messages;

import io.verge.messages.sae.j2735.AllowedManeuvers;
import io.verge.messages.sae.j2735.ConnectingLane;
import io.verge.messages.sae.j2735.Connection;
import io.verge.messages.sae.j2735.GenericLane;
import io.verge.messages.sae.j2735.IntersectionGeometry;
import io.verge.messages.sae.j2735.LaneAttributes;
import io.verge.messages.sae.j2735.LaneDirection;
import io.verge.messages.sae.j2735.LaneTypeAttributes;
import io.verge.messages.sae.j2735.LayerType;
import io.verge.messages.sae.j2735.MapData;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.NodeListXY;
import io.verge.messages.sae.j2735.NodeOffsetPointXY;
import io.verge.messages.sae.j2735.NodeXY;
import io.verge.messages.sae.j2735.NodeXY20b;
import io.verge.messages.sae.j2735.NodeXY22b;
import io.verge.messages.sae.j2735.NodeXY26b;
import io.verge.messages.sae.j2735.RegulatorySpeedLimit;
import io.verge.messages.sae.j2735.SpeedLimitType;
import io.verge.messages.uper.BitString;
import java.util.ArrayList;
import java.util.List;

/** A map of SAE J2735: one crossing of two roads, its lanes in both directions and its crosswalks. */
final class SaeMapSample {
    private static final int MAP_ID = 18;
    private static final int ARMS = 4;
    /** Lanes of an arm: two that lead in, one that leads out. */
    private static final int LANES = 3;

    private static final int IN = 2;
    private static final int NODES = 4;
    private static final int LANE_WIDTH = 350;

    private SaeMapSample() {}

    static MessageFrame map() {
        List<GenericLane> lanes = new ArrayList<>();
        for (int arm = 0; arm < ARMS; arm++) {
            for (int lane = 0; lane < LANES; lane++) {
                lanes.add(lane(arm, lane));
            }
        }
        for (int arm = 0; arm < ARMS; arm++) {
            lanes.add(crosswalk(arm));
        }
        MapData map = MapData.builder()
                .timeStamp(CsaeSamples.MOY)
                .msgIssueRevision(4)
                .layerType(LayerType.INTERSECTION_DATA)
                .layerID(1)
                .intersections(List.of(IntersectionGeometry.builder()
                        .name("Plymouth Rd / Green Rd")
                        .id(SaeSamples.intersection(1_207))
                        .revision(4)
                        .refPoint(SaeSamples.position())
                        .laneWidth(LANE_WIDTH)
                        .speedLimits(List.of(RegulatorySpeedLimit.builder()
                                .type(SpeedLimitType.VEHICLE_MAX_SPEED)
                                .speed(894)
                                .build()))
                        .laneSet(lanes)
                        .build()))
                .build();
        return SaeSamples.frame(MAP_ID, map);
    }

    private static int laneId(int arm, int lane) {
        return 1 + LANES * Math.floorMod(arm, ARMS) + lane;
    }

    private static GenericLane lane(int arm, int lane) {
        boolean in = lane < IN;
        GenericLane.Builder built = GenericLane.builder()
                .laneID(laneId(arm, lane))
                .laneAttributes(attributes(
                        in ? LaneDirection.INGRESS_PATH : LaneDirection.EGRESS_PATH,
                        new LaneTypeAttributes.Vehicle(BitString.withBits(8))))
                .nodeList(nodes(arm, lane));
        if (!in) {
            return built.egressApproach(1 + arm).build();
        }
        return built.ingressApproach(1 + arm)
                .maneuvers(maneuver(lane))
                .connectsTo(connections(arm, lane))
                .build();
    }

    private static LaneAttributes attributes(int direction, LaneTypeAttributes type) {
        return LaneAttributes.builder()
                .directionalUse(BitString.withBits(2, direction))
                .sharedWith(BitString.withBits(10))
                .laneType(type)
                .build();
    }

    private static BitString maneuver(int lane) {
        return lane == 0
                ? BitString.withBits(12, AllowedManeuvers.MANEUVER_LEFT_ALLOWED)
                : BitString.withBits(
                        12, AllowedManeuvers.MANEUVER_STRAIGHT_ALLOWED, AllowedManeuvers.MANEUVER_RIGHT_ALLOWED);
    }

    /** The inner lane turns left, the outer one leads straight on or to the right. */
    private static List<Connection> connections(int arm, int lane) {
        return lane == 0
                ? List.of(connection(arm, arm + 3, AllowedManeuvers.MANEUVER_LEFT_ALLOWED))
                : List.of(
                        connection(arm, arm + 2, AllowedManeuvers.MANEUVER_STRAIGHT_ALLOWED),
                        connection(arm, arm + 1, AllowedManeuvers.MANEUVER_RIGHT_ALLOWED));
    }

    private static Connection connection(int from, int to, int maneuver) {
        return Connection.builder()
                .connectingLane(ConnectingLane.builder()
                        .lane(laneId(to, IN))
                        .maneuver(BitString.withBits(12, maneuver))
                        .build())
                .signalGroup(1 + ARMS * from + maneuver)
                .connectionID(1 + ARMS * from + maneuver)
                .build();
    }

    private static GenericLane crosswalk(int arm) {
        return GenericLane.builder()
                .laneID(1 + ARMS * LANES + arm)
                .laneAttributes(attributes(
                        LaneDirection.INGRESS_PATH, new LaneTypeAttributes.Crosswalk(BitString.withBits(16, 4, 5))))
                .nodeList(new NodeListXY.Nodes(
                        List.of(node(offset(arm, 1_400, -LANE_WIDTH)), node(offset(arm, 0, LANES * LANE_WIDTH)))))
                .build();
    }

    /** Each node is given as the way from the one before it. */
    private static NodeListXY nodes(int arm, int lane) {
        List<NodeXY> nodes = new ArrayList<>();
        nodes.add(node(offset(arm, 1_800, 170 + LANE_WIDTH * lane)));
        for (int i = 1; i < NODES; i++) {
            nodes.add(node(offset(arm, 900 * i + 400 * (i / 3), 4 * i)));
        }
        return new NodeListXY.Nodes(nodes);
    }

    private static NodeXY node(NodeOffsetPointXY offset) {
        return NodeXY.builder().delta(offset).build();
    }

    private static NodeOffsetPointXY offset(int arm, int along, int across) {
        return switch (arm) {
            case 0 -> point(along, across);
            case 1 -> point(across, -along);
            case 2 -> point(-along, -across);
            default -> point(-across, along);
        };
    }

    private static NodeOffsetPointXY point(int x, int y) {
        int reach = Math.max(Math.abs(x), Math.abs(y));
        if (reach < 512) {
            return NodeXY20b.builder().x(x).y(y).build();
        }
        return reach < 1_024
                ? NodeXY22b.builder().x(x).y(y).build()
                : NodeXY26b.builder().x(x).y(y).build();
    }
}
