package io.verge.benchmarks.messages;

import io.verge.messages.csae.edition2019.AllowedManeuvers;
import io.verge.messages.csae.edition2019.ConnectingLane;
import io.verge.messages.csae.edition2019.Connection;
import io.verge.messages.csae.edition2019.Lane;
import io.verge.messages.csae.edition2019.LaneAttributes;
import io.verge.messages.csae.edition2019.LaneTypeAttributes;
import io.verge.messages.csae.edition2019.Link;
import io.verge.messages.csae.edition2019.MapData;
import io.verge.messages.csae.edition2019.MessageFrame;
import io.verge.messages.csae.edition2019.Movement;
import io.verge.messages.csae.edition2019.Node;
import io.verge.messages.csae.edition2019.PositionLL28B;
import io.verge.messages.csae.edition2019.PositionLL32B;
import io.verge.messages.csae.edition2019.PositionLL36B;
import io.verge.messages.csae.edition2019.PositionOffsetLL;
import io.verge.messages.csae.edition2019.PositionOffsetLLV;
import io.verge.messages.csae.edition2019.RegulatorySpeedLimit;
import io.verge.messages.csae.edition2019.RoadPoint;
import io.verge.messages.csae.edition2019.SpeedLimitType;
import io.verge.messages.uper.BitString;
import java.util.ArrayList;
import java.util.List;

/** A map of T/CSAE 53-2019: one crossing of two roads. */
final class CsaeMapSample {
    private static final int ARMS = 4;
    private static final int LANES = 3;
    private static final int LINK_POINTS = 3;
    private static final int LANE_POINTS = 2;
    private static final int LANE_WIDTH = 350;
    private static final int CENTRE = 1_207;

    /** What the lanes of an arm are for, from the median outwards. */
    private static final int[] MANEUVERS = {
        AllowedManeuvers.MANEUVER_LEFT_ALLOWED,
        AllowedManeuvers.MANEUVER_STRAIGHT_ALLOWED,
        AllowedManeuvers.MANEUVER_RIGHT_ALLOWED
    };

    private CsaeMapSample() {}

    static MessageFrame map() {
        List<Link> links = new ArrayList<>();
        for (int arm = 0; arm < ARMS; arm++) {
            links.add(link(arm));
        }
        return MapData.builder()
                .msgCnt(3)
                .timeStamp(CsaeSamples.MOY)
                .nodes(List.of(Node.builder()
                        .name("Keji / Xuehai")
                        .id(CsaeSamples.node(CENTRE))
                        .refPos(CsaeSamples.position(231_287_903, 1_133_158_214, 301))
                        .inLinks(links)
                        .build()))
                .build();
    }

    private static int neighbour(int arm) {
        return CENTRE + 1 + Math.floorMod(arm, ARMS);
    }

    private static Link link(int arm) {
        List<Lane> lanes = new ArrayList<>();
        List<Movement> movements = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(lane(arm, lane));
            movements.add(Movement.builder()
                    .remoteIntersection(CsaeSamples.node(neighbour(arm + 1 + lane)))
                    .phaseId(1 + LANES * arm + lane)
                    .build());
        }
        return Link.builder()
                .name("arm " + (arm + 1))
                .upstreamNodeId(CsaeSamples.node(neighbour(arm)))
                .speedLimits(speedLimits(833))
                .linkWidth(LANES * LANE_WIDTH)
                .points(points(arm, 0, LINK_POINTS))
                .movements(movements)
                .lanes(lanes)
                .build();
    }

    private static List<RegulatorySpeedLimit> speedLimits(int speed) {
        return List.of(RegulatorySpeedLimit.builder()
                .type(SpeedLimitType.VEHICLE_MAX_SPEED)
                .speed(speed)
                .build());
    }

    private static Lane lane(int arm, int lane) {
        BitString maneuver = BitString.withBits(12, MANEUVERS[lane]);
        Lane.Builder built = Lane.builder()
                .laneID(1 + lane)
                .laneWidth(LANE_WIDTH)
                .laneAttributes(LaneAttributes.builder()
                        .laneType(new LaneTypeAttributes.Vehicle(BitString.withBits(8)))
                        .build())
                .maneuvers(maneuver)
                .connectsTo(List.of(Connection.builder()
                        .remoteIntersection(CsaeSamples.node(neighbour(arm + 1 + lane)))
                        .connectingLane(ConnectingLane.builder()
                                .lane(1 + lane)
                                .maneuver(maneuver)
                                .build())
                        .phaseId(1 + LANES * arm + lane)
                        .build()))
                .points(points(arm, lane, LANE_POINTS));
        return lane == LANES - 1 ? built.speedLimits(speedLimits(555)).build() : built.build();
    }

    /** Points on the way to the crossing, from the far end: the farther, the wider their offsets. */
    private static List<RoadPoint> points(int arm, int lane, int count) {
        List<RoadPoint> points = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            int along = 1_500 + 8_200 * i;
            int across = 180 + LANE_WIDTH * lane + 11 * i;
            points.add(RoadPoint.builder()
                    .posOffset(PositionOffsetLLV.builder()
                            .offsetLL(
                                    switch (arm) {
                                        case 0 -> offset(along, across);
                                        case 1 -> offset(across, -along);
                                        case 2 -> offset(-along, -across);
                                        default -> offset(-across, along);
                                    })
                            .build())
                    .build());
        }
        return points;
    }

    private static PositionOffsetLL offset(int lon, int lat) {
        int reach = Math.max(Math.abs(lon), Math.abs(lat));
        if (reach < 8_192) {
            return PositionLL28B.builder().lon(lon).lat(lat).build();
        }
        return reach < 32_768
                ? PositionLL32B.builder().lon(lon).lat(lat).build()
                : PositionLL36B.builder().lon(lon).lat(lat).build();
    }
}
