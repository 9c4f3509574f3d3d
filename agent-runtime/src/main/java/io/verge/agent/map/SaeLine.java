package io.verge.agent.map;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.messages.sae.j2735.ComputedLane;
import io.verge.messages.sae.j2735.ComputedLaneOffsetXaxis;
import io.verge.messages.sae.j2735.ComputedLaneOffsetYaxis;
import io.verge.messages.sae.j2735.GenericLane;
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
import io.verge.messages.sae.j2735.RegionalExtension;
import io.verge.site.MapImportException;
import java.util.ArrayList;
import java.util.List;

/** The nodes of a J2735 lane as points, from the crossing outwards. Heights are left out: maps are flat. */
final class SaeLine {
    /** Metres: nodes nearer than this are one. */
    private static final double SAME = 0.05;

    private final SiteFrame frame;
    private final List<GenericLane> lanes;

    /** Around the reference point. */
    SaeLine(SiteFrame frame, List<GenericLane> lanes) {
        this.frame = frame;
        this.lanes = lanes;
    }

    /** The first node; null attributes when it has none. */
    static List<NodeXY> nodes(GenericLane lane) {
        return lane.nodeList() instanceof NodeListXY.Nodes nodes ? nodes.value() : List.of();
    }

    /**
     * The points, each once.
     *
     * @throws MapImportException when the lane is told in a way that is not known here
     */
    List<Position> of(GenericLane lane) throws MapImportException {
        if (lane.nodeList() instanceof ComputedLane computed) {
            return computed(computed);
        }
        List<NodeXY> nodes = nodes(lane);
        if (nodes.isEmpty()) {
            throw new MapImportException("its nodes are those of a later edition");
        }
        List<Position> points = new ArrayList<>();
        Position at = new Position(0, 0, 0);
        for (NodeXY node : nodes) {
            at = next(at, node.delta());
            if (points.isEmpty() || points.get(points.size() - 1).distanceTo(at) > SAME) {
                points.add(at);
            }
        }
        if (points.size() < 2) {
            throw new MapImportException("it has fewer than two nodes");
        }
        return points;
    }

    private Position next(Position at, NodeOffsetPointXY delta) throws MapImportException {
        if (delta instanceof NodeXY20b xy) {
            return moved(at, xy.x(), xy.y());
        } else if (delta instanceof NodeXY22b xy) {
            return moved(at, xy.x(), xy.y());
        } else if (delta instanceof NodeXY24b xy) {
            return moved(at, xy.x(), xy.y());
        } else if (delta instanceof NodeXY26b xy) {
            return moved(at, xy.x(), xy.y());
        } else if (delta instanceof NodeXY28b xy) {
            return moved(at, xy.x(), xy.y());
        } else if (delta instanceof NodeXY32b xy) {
            return moved(at, xy.x(), xy.y());
        } else if (delta instanceof NodeLLmD64b there) {
            Position place = frame.toSite(Units.place(there.lat(), there.lon(), null));
            return new Position(place.east(), place.north(), 0);
        } else if (delta instanceof RegionalExtension) {
            throw new MapImportException("a node is a regional extension");
        }
        throw new MapImportException("a node is of a later edition");
    }

    private static Position moved(Position at, int east, int north) {
        return new Position(at.east() + Units.length(east), at.north() + Units.length(north), 0);
    }

    private List<Position> computed(ComputedLane computed) throws MapImportException {
        if (computed.rotateXY() != null || computed.scaleXaxis() != null || computed.scaleYaxis() != null) {
            throw new MapImportException("it is computed by turning or scaling another lane");
        }
        for (GenericLane lane : lanes) {
            if (lane.laneID() == computed.referenceLaneId() && !(lane.nodeList() instanceof ComputedLane)) {
                int east = computed.offsetXaxis() instanceof ComputedLaneOffsetXaxis.Small small
                        ? small.value()
                        : ((ComputedLaneOffsetXaxis.Large) computed.offsetXaxis()).value();
                int north = computed.offsetYaxis() instanceof ComputedLaneOffsetYaxis.Small small
                        ? small.value()
                        : ((ComputedLaneOffsetYaxis.Large) computed.offsetYaxis()).value();
                return of(lane).stream().map(point -> moved(point, east, north)).toList();
            }
        }
        throw new MapImportException("it is computed of lane " + computed.referenceLaneId() + ", which is not there");
    }
}
