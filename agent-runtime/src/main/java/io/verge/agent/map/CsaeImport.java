package io.verge.agent.map;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.edition2020.LaneAttributes;
import io.verge.messages.csae.edition2020.LaneAttributesVehicle;
import io.verge.messages.csae.edition2020.LaneTypeAttributes;
import io.verge.messages.csae.edition2020.Link;
import io.verge.messages.csae.edition2020.MapData;
import io.verge.messages.csae.edition2020.Movement;
import io.verge.messages.csae.edition2020.Node;
import io.verge.messages.csae.edition2020.NodeReferenceID;
import io.verge.messages.csae.edition2020.RegulatorySpeedLimit;
import io.verge.messages.csae.edition2020.SpeedLimitType;
import io.verge.site.ImportedMap;
import io.verge.site.MapImportException;
import io.verge.site.MeetingWays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One node of a T/CSAE 53 MAP as a map. The message has the lanes that lead in; those that lead out belong to the neighbours'
 * maps, and are assumed beside the way in of their arm, one for each lane that a connection names.
 */
final class CsaeImport {
    private static final int MOST_APPROACHES = 15;
    /** Lanes of one arm, in and out, that have numbers. */
    private static final int MOST_LANES = 9;

    private static final List<String> ASSUMED = List.of(
            "lanes are numbered anew, tens for the approach; those that lead out are assumed: draw them as they are",
            "conflicts are those of all ways that meet, since a MAP tells none: remove where one yields",
            "there are no crosswalks in a MAP of T/CSAE 53: add them");

    private final Node node;
    private final SiteFrame frame;
    private final CsaeLine line;
    private final List<CsaeArm> arms = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private CsaeImport(Node node) throws MapImportException {
        this.node = node;
        this.frame = new SiteFrame(Units.place(
                node.refPos().lat(), node.refPos().long_(), node.refPos().elevation()));
        this.line = new CsaeLine(frame, node.refPos().lat(), node.refPos().long_());
    }

    /**
     * The map of a node.
     *
     * @param junction its id, as {@code ID} or {@code REGION/ID}; empty: the only one
     * @throws MapImportException when it is not there, or has no lane with points
     */
    static ImportedMap of(MapData map, Optional<String> junction) throws MapImportException {
        return new CsaeImport(Choice.of(map.nodes(), it -> shown(it.id()), junction)).imported();
    }

    private static String shown(NodeReferenceID id) {
        return (id.region() == null ? 0 : id.region()) + "/" + id.id();
    }

    private ImportedMap imported() throws MapImportException {
        arms();
        List<Lane> lanes = new ArrayList<>();
        for (CsaeArm arm : arms) {
            for (int i = 0; i < arm.in.size(); i++) {
                lanes.add(with(arm.in.get(i), connections(arm, arm.told.get(i), arm.in.get(i))));
            }
        }
        arms.forEach(arm -> lanes.addAll(arm.out));
        Integer region = node.id().region();
        SiteMap map = new SiteMap(
                region == null ? 0 : region,
                node.id().id(),
                node.name() == null ? "" : node.name(),
                0,
                arms.stream().map(CsaeArm::approach).toList(),
                lanes,
                List.of(),
                Set.of());
        notes.addAll(ASSUMED);
        return new ImportedMap(MeetingWays.excluded(map), frame, notes);
    }

    /** Those with a lane that a map could have. */
    private void arms() throws MapImportException {
        if (node.inLinksEx() != null) {
            notes.add("inLinks-ex is left out: inLinks alone is read");
        }
        for (Link link : node.inLinks() == null ? List.<Link>of() : node.inLinks()) {
            CsaeArm arm = new CsaeArm(arms.size() + 1, link);
            if (lanes(arm)) {
                arms.add(arm);
            }
        }
        if (arms.isEmpty() || arms.size() > MOST_APPROACHES) {
            throw new MapImportException(
                    "has " + arms.size() + " links with lanes and points; expected 1 to " + MOST_APPROACHES);
        }
    }

    /** Whether there was one. */
    private boolean lanes(CsaeArm arm) throws MapImportException {
        int count = arm.link.lanes().size();
        for (int i = 0; i < count; i++) {
            var told = arm.link.lanes().get(i);
            double width = width(told.laneWidth(), arm.link, count);
            List<Position> points = points(arm.link, told, (i + 0.5 - count / 2.0) * width);
            Optional<LaneUse> use = use(told.laneAttributes());
            if (points.size() < 2 || use.isEmpty()) {
                notes.add("lane " + told.laneID() + " of the link from node " + shown(arm.link.upstreamNodeId())
                        + " is left out: it has no points, or is for no traffic that a map knows");
                continue;
            }
            double speed = speed(told.speedLimits() == null ? arm.link.speedLimits() : told.speedLimits());
            int id = arm.id * 10 + arm.in.size() + 1;
            arm.told.add(told);
            arm.in.add(new Lane(id, arm.id, use.get(), true, width, speed, points, List.of()));
        }
        if (arm.in.size() > MOST_LANES) {
            throw new MapImportException("the link from node " + shown(arm.link.upstreamNodeId()) + " has "
                    + arm.in.size() + " lanes; expected at most " + MOST_LANES);
        }
        return !arm.in.isEmpty();
    }

    /** The lane's own, else those of the link, moved to the right. */
    private List<Position> points(Link link, io.verge.messages.csae.edition2020.Lane told, double right)
            throws MapImportException {
        return told.points() != null
                ? line.of(told.points())
                : CsaeLine.beside(line.of(link.points() == null ? List.of() : link.points()), right);
    }

    private static double width(@Nullable Integer told, Link link, int lanes) {
        double width = told == null ? Units.length(link.linkWidth()) / lanes : Units.length(told);
        return width > 0 ? width : Units.USUAL_WIDTH;
    }

    private static Optional<LaneUse> use(@Nullable LaneAttributes attributes) {
        LaneTypeAttributes type = attributes == null ? null : attributes.laneType();
        if (type instanceof LaneTypeAttributes.Vehicle vehicle
                && vehicle.value().get(LaneAttributesVehicle.RESTRICTED_TO_BUS_USE)) {
            return Optional.of(LaneUse.BUS);
        } else if (type == null || type instanceof LaneTypeAttributes.Vehicle) {
            return Optional.of(LaneUse.VEHICLE);
        } else if (type instanceof LaneTypeAttributes.BikeLane) {
            return Optional.of(LaneUse.BICYCLE);
        }
        return type instanceof LaneTypeAttributes.Sidewalk ? Optional.of(LaneUse.SIDEWALK) : Optional.empty();
    }

    private static double speed(@Nullable List<RegulatorySpeedLimit> limits) {
        for (RegulatorySpeedLimit limit : limits == null ? List.<RegulatorySpeedLimit>of() : limits) {
            if (limit.type().equals(SpeedLimitType.VEHICLE_MAX_SPEED)) {
                return Units.speed(limit.speed());
            }
        }
        return Double.NaN;
    }

    private List<Connection> connections(CsaeArm from, io.verge.messages.csae.edition2020.Lane told, Lane lane)
            throws MapImportException {
        List<Connection> ways = new ArrayList<>();
        var all = told.connectsTo() == null
                ? List.<io.verge.messages.csae.edition2020.Connection>of()
                : told.connectsTo();
        for (var way : all) {
            var name = way.connectingLane();
            Manoeuvre own = name == null ? null : Manoeuvres.only(name.maneuver());
            Manoeuvre said = own != null ? own : Manoeuvres.only(told.maneuvers());
            Optional<CsaeArm> to = arm(from, way.remoteIntersection(), said);
            if (to.isEmpty()) {
                notes.add("lane " + lane.id() + ": the connection to node " + shown(way.remoteIntersection())
                        + " is left out: no link comes from there, so nothing is known of the way out");
                continue;
            }
            Lane target = out(to.get(), name == null ? 1 : name.lane());
            Manoeuvre meant = said != null ? said : Manoeuvres.drawn(lane.centreLine(), target.centreLine());
            if (ways.stream().noneMatch(other -> other.toLane() == target.id())) {
                ways.add(new Connection(target.id(), meant, group(from, way, lane)));
            }
        }
        return ways;
    }

    /** That of the connection; where it has none, that of the link's movement to the same node. */
    private @Nullable Integer group(CsaeArm from, io.verge.messages.csae.edition2020.Connection way, Lane lane) {
        Integer own = Units.signalGroup(way.phaseId());
        Integer common = null;
        for (Movement movement : from.link.movements() == null ? List.<Movement>of() : from.link.movements()) {
            if (movement.remoteIntersection().equals(way.remoteIntersection())) {
                common = Units.signalGroup(movement.phaseId());
            }
        }
        if (own != null && common != null && !own.equals(common)) {
            notes.add("lane " + lane.id() + " to node " + shown(way.remoteIntersection()) + " is of phase " + own
                    + ", and the link's movement there of phase " + common + ": the lane's is taken");
        }
        return own != null ? own : common;
    }

    /** The arm from the node; where several or none are told by it, that which the manoeuvre leads to. */
    private Optional<CsaeArm> arm(CsaeArm from, NodeReferenceID node, @Nullable Manoeuvre said) {
        List<CsaeArm> named = arms.stream()
                .filter(arm -> arm.link.upstreamNodeId().equals(node))
                .toList();
        if (named.size() == 1) {
            return Optional.of(named.get(0));
        }
        CsaeArm best = null;
        double least = 50; // degrees
        double wanted = said == null ? 0 : Manoeuvres.turn(said);
        for (CsaeArm arm : said == null ? List.<CsaeArm>of() : named) {
            double turn = Headings.turn(Headings.normalize(from.outwards() + 180), arm.outwards());
            double off = Math.abs(Headings.turn(wanted, turn));
            if (off < least) {
                least = off;
                best = arm;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The lane out that the message calls so; drawn to the left of the way in, since it tells no points of it. */
    private Lane out(CsaeArm arm, int name) throws MapImportException {
        int known = arm.names.indexOf(name);
        if (known >= 0) {
            return arm.out.get(known);
        }
        int number = arm.in.size() + arm.out.size() + 1;
        if (number > MOST_LANES) {
            throw new MapImportException("more than " + MOST_LANES + " lanes lead in from and out to node "
                    + shown(arm.link.upstreamNodeId()));
        }
        Lane innermost = arm.leftmost();
        double width = Math.min(innermost.width(), Units.USUAL_WIDTH);
        List<Position> back = new ArrayList<>(innermost.centreLine());
        Collections.reverse(back);
        double right = (innermost.width() + width) / 2 + arm.out.size() * width;
        Lane lane = new Lane(
                arm.id * 10 + number,
                arm.id,
                LaneUse.VEHICLE,
                false,
                width,
                innermost.speedLimit(),
                CsaeLine.beside(back, right),
                List.of());
        arm.names.add(name);
        arm.out.add(lane);
        return lane;
    }

    private static Lane with(Lane lane, List<Connection> ways) {
        return new Lane(
                lane.id(), lane.approach(), lane.use(), true, lane.width(), lane.speedLimit(), lane.centreLine(), ways);
    }
}
