package io.verge.agent.map;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Approach;
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
import java.util.Comparator;
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

    private final Node node;
    private final SiteFrame frame;
    private final CsaeLine line;
    private final List<Arm> arms = new ArrayList<>();
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
        List<Link> links = node.inLinks() == null ? List.of() : node.inLinks();
        if (node.inLinksEx() != null) {
            notes.add("inLinks-ex is left out: inLinks alone is read");
        }
        for (Link link : links) {
            Arm arm = new Arm(arms.size() + 1, link);
            if (lanes(arm)) {
                arms.add(arm);
            }
        }
        if (arms.isEmpty() || arms.size() > MOST_APPROACHES) {
            throw new MapImportException(
                    "has " + arms.size() + " links with lanes and points; expected 1 to " + MOST_APPROACHES);
        }
        List<Lane> lanes = new ArrayList<>();
        for (Arm arm : arms) {
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
                arms.stream().map(Arm::approach).toList(),
                lanes,
                List.of(),
                Set.of());
        notes.add("lanes are numbered anew, tens for the approach; those that lead out are assumed: draw them as they"
                + " are");
        notes.add("conflicts are those of all ways that meet, since a MAP tells none: remove where one yields");
        notes.add("there are no crosswalks in a MAP of T/CSAE 53: add them");
        return new ImportedMap(MeetingWays.excluded(map), frame, notes);
    }

    /** A link and what becomes of it. */
    private static final class Arm {
        final int id;
        final Link link;
        final List<io.verge.messages.csae.edition2020.Lane> told = new ArrayList<>();
        final List<Lane> in = new ArrayList<>();
        final List<Lane> out = new ArrayList<>();
        /** What the message calls the lanes that lead out. */
        final List<Integer> names = new ArrayList<>();

        Arm(int id, Link link) {
            this.id = id;
            this.link = link;
        }

        Approach approach() {
            String name = link.name() == null ? "Approach " + id : link.name();
            return new Approach(id, name, link.upstreamNodeId().id());
        }

        /** Of the ways in, that which lies farthest to the left of who drives there. */
        Lane leftmost() {
            double right = Math.toRadians(outwards() - 90);
            return in.stream()
                    .min(Comparator.comparingDouble(lane -> {
                        Position end = lane.centreLine().get(lane.centreLine().size() - 1);
                        return end.east() * Math.sin(right) + end.north() * Math.cos(right);
                    }))
                    .orElseThrow();
        }

        /** Of traffic that drives away on this arm, next to the crossing. */
        double outwards() {
            List<Position> points = in.get(0).centreLine();
            return Manoeuvres.heading(points.get(points.size() - 1), points.get(points.size() - 2));
        }
    }

    /** Whether there was one. */
    private boolean lanes(Arm arm) throws MapImportException {
        int count = arm.link.lanes().size();
        for (int i = 0; i < count; i++) {
            var told = arm.link.lanes().get(i);
            double width = width(told.laneWidth(), arm.link, count);
            List<Position> points = told.points() == null
                    ? CsaeLine.beside(
                            line.of(arm.link.points() == null ? List.of() : arm.link.points()),
                            (i + 0.5 - count / 2.0) * width)
                    : line.of(told.points());
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
        if (arm.in.size() > 9) {
            throw new MapImportException("the link from node " + shown(arm.link.upstreamNodeId()) + " has "
                    + arm.in.size() + " lanes; expected at most 9");
        }
        return !arm.in.isEmpty();
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

    private List<Connection> connections(Arm from, io.verge.messages.csae.edition2020.Lane told, Lane lane)
            throws MapImportException {
        List<Connection> ways = new ArrayList<>();
        var all = told.connectsTo() == null
                ? List.<io.verge.messages.csae.edition2020.Connection>of()
                : told.connectsTo();
        for (var way : all) {
            var name = way.connectingLane();
            Manoeuvre own = name == null ? null : Manoeuvres.only(name.maneuver());
            Manoeuvre said = own != null ? own : Manoeuvres.only(told.maneuvers());
            Optional<Arm> to = arm(from, way.remoteIntersection(), said);
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
    private @Nullable Integer group(Arm from, io.verge.messages.csae.edition2020.Connection way, Lane lane) {
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
    private Optional<Arm> arm(Arm from, NodeReferenceID node, @Nullable Manoeuvre said) {
        List<Arm> named = arms.stream()
                .filter(arm -> arm.link.upstreamNodeId().equals(node))
                .toList();
        if (named.size() == 1) {
            return Optional.of(named.get(0));
        }
        Arm best = null;
        double least = 50; // degrees
        double wanted = said == null ? 0 : Manoeuvres.turn(said);
        for (Arm arm : said == null ? List.<Arm>of() : named) {
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
    private Lane out(Arm arm, int name) throws MapImportException {
        int known = arm.names.indexOf(name);
        if (known >= 0) {
            return arm.out.get(known);
        }
        int number = arm.in.size() + arm.out.size() + 1;
        if (number > 9) {
            throw new MapImportException(
                    "more than 9 lanes lead in from and out to node " + shown(arm.link.upstreamNodeId()));
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
