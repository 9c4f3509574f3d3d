package io.verge.agent.map;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Approach;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.messages.sae.j2735.GenericLane;
import io.verge.messages.sae.j2735.IntersectionGeometry;
import io.verge.messages.sae.j2735.LaneAttributesVehicle;
import io.verge.messages.sae.j2735.LaneDataAttribute;
import io.verge.messages.sae.j2735.LaneTypeAttributes;
import io.verge.messages.sae.j2735.MapData;
import io.verge.messages.sae.j2735.NodeAttributeSetXY;
import io.verge.messages.sae.j2735.RegulatorySpeedLimit;
import io.verge.messages.sae.j2735.SpeedLimitType;
import io.verge.messages.uper.BitString;
import io.verge.site.ImportedMap;
import io.verge.site.MapImportException;
import io.verge.site.MeetingWays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One intersection of a J2735 MAP as a map: the other way round as Verge says its own. */
final class SaeImport {
    private static final int INGRESS = 0;
    private static final int EGRESS = 1;
    private static final int MOST_APPROACHES = 15;

    private final IntersectionGeometry crossing;
    private final SiteFrame frame;
    private final SaeLine line;
    /** By lane ids; those that are left out are not in it. */
    private final Map<Integer, Lane> lanes = new HashMap<>();

    private final List<String> notes = new ArrayList<>();

    private SaeImport(IntersectionGeometry crossing) throws MapImportException {
        this.crossing = crossing;
        this.frame = new SiteFrame(Units.place(
                crossing.refPoint().lat(),
                crossing.refPoint().long_(),
                crossing.refPoint().elevation()));
        this.line = new SaeLine(frame, crossing.laneSet());
    }

    /**
     * The map of an intersection.
     *
     * @param junction its id, as {@code ID} or {@code REGION/ID}; empty: the only one
     * @throws MapImportException when it is not there, or has no lane that a map could have
     */
    static ImportedMap of(MapData map, Optional<String> junction) throws MapImportException {
        List<IntersectionGeometry> all = map.intersections() == null ? List.of() : map.intersections();
        return new SaeImport(Choice.of(
                        all,
                        it -> (it.id().region() == null ? 0 : it.id().region()) + "/"
                                + it.id().id(),
                        junction))
                .imported();
    }

    private ImportedMap imported() throws MapImportException {
        List<GenericLane> walks = new ArrayList<>();
        for (GenericLane lane : crossing.laneSet()) {
            if (lane.laneAttributes().laneType() instanceof LaneTypeAttributes.Crosswalk) {
                walks.add(lane);
            } else {
                add(lane);
            }
        }
        if (lanes.isEmpty()) {
            throw new MapImportException("has no lane for vehicles, bicycles or walkers");
        }
        List<Lane> connected = new ArrayList<>();
        for (GenericLane lane : crossing.laneSet()) {
            Lane known = lanes.get(lane.laneID());
            if (known != null) {
                connected.add(connected(known, lane));
            }
        }
        List<Crosswalk> crosswalks = new ArrayList<>();
        walks.forEach(walk -> crosswalk(walk).ifPresent(crosswalks::add));
        return finished(connected, crosswalks);
    }

    private ImportedMap finished(List<Lane> connected, List<Crosswalk> crosswalks) {
        Integer region = crossing.id().region();
        SiteMap map = new SiteMap(
                region == null ? 0 : region,
                crossing.id().id(),
                crossing.name() == null ? "" : crossing.name(),
                crossing.revision(),
                approaches(connected),
                connected,
                crosswalks,
                Set.of());
        notes.add("conflicts are those of all ways that meet, since a MAP tells none: remove where one yields");
        return new ImportedMap(MeetingWays.excluded(map), frame, notes);
    }

    private static List<Approach> approaches(List<Lane> lanes) {
        Set<Integer> ids = new TreeSet<>();
        lanes.forEach(lane -> ids.add(lane.approach()));
        return ids.stream().map(id -> new Approach(id, "Approach " + id, 0)).toList();
    }

    private void add(GenericLane lane) {
        try {
            Lane read = read(lane);
            lanes.put(read.id(), read);
        } catch (MapImportException e) {
            leftOut(lane, String.valueOf(e.getMessage()));
        }
    }

    /**
     * A lane in the direction of travel, without connections.
     *
     * @throws MapImportException why a map cannot have it
     */
    private Lane read(GenericLane lane) throws MapImportException {
        BitString direction = lane.laneAttributes().directionalUse();
        boolean ingress = direction.get(INGRESS);
        LaneUse use = use(lane.laneAttributes().laneType());
        int approach = approach(lane, ingress ? lane.ingressApproach() : lane.egressApproach());
        if (!ingress && !direction.get(EGRESS)) {
            throw new MapImportException("it leads neither in nor out");
        }
        List<Position> points = new ArrayList<>(line.of(lane));
        if (ingress) {
            Collections.reverse(points);
        }
        if (ingress && direction.get(EGRESS)) {
            notes.add("lane " + lane.laneID() + " is for both directions: taken as ingress alone");
        }
        double speed = use == LaneUse.SIDEWALK ? Double.NaN : speed(lane);
        return new Lane(lane.laneID(), approach, use, ingress, width(lane), speed, points, List.of());
    }

    private int approach(GenericLane lane, @Nullable Integer approach) throws MapImportException {
        if (lane.laneID() == 0 || lanes.containsKey(lane.laneID())) {
            throw new MapImportException("its id is 0, or there twice");
        }
        if (approach == null || approach == 0 || approach > MOST_APPROACHES) {
            throw new MapImportException("it belongs to no approach of 1 to " + MOST_APPROACHES);
        }
        return approach;
    }

    private void leftOut(GenericLane lane, String reason) {
        notes.add("lane " + lane.laneID() + " is left out: " + reason);
    }

    private static LaneUse use(LaneTypeAttributes type) throws MapImportException {
        if (type instanceof LaneTypeAttributes.Vehicle vehicle) {
            return vehicle.value().get(LaneAttributesVehicle.RESTRICTED_TO_BUS_USE) ? LaneUse.BUS : LaneUse.VEHICLE;
        } else if (type instanceof LaneTypeAttributes.BikeLane) {
            return LaneUse.BICYCLE;
        } else if (type instanceof LaneTypeAttributes.Sidewalk) {
            return LaneUse.SIDEWALK;
        }
        throw new MapImportException("it is for no traffic that a map knows");
    }

    /** What is said at the first node; it holds from there on. */
    private static @Nullable NodeAttributeSetXY first(GenericLane lane) {
        return SaeLine.nodes(lane).stream()
                .findFirst()
                .map(node -> node.attributes())
                .orElse(null);
    }

    private double width(GenericLane lane) {
        Integer usual = crossing.laneWidth();
        NodeAttributeSetXY first = first(lane);
        int wider = first == null || first.dWidth() == null ? 0 : first.dWidth();
        double width = usual == null ? 0 : Units.length(usual + wider);
        return width > 0 ? width : Units.USUAL_WIDTH;
    }

    /** The crossing's, unless the lane has its own or says that it has none. */
    private double speed(GenericLane lane) {
        NodeAttributeSetXY first = first(lane);
        List<LaneDataAttribute> data = first == null || first.data() == null ? List.of() : first.data();
        for (LaneDataAttribute attribute : data) {
            if (attribute instanceof LaneDataAttribute.SpeedLimits limits) {
                RegulatorySpeedLimit own = most(limits.value(), SpeedLimitType.VEHICLE_MAX_SPEED);
                RegulatorySpeedLimit none = most(limits.value(), SpeedLimitType.UNKNOWN);
                if (own != null || (none != null && none.speed() == Units.SPEED_UNKNOWN)) {
                    return own == null ? Double.NaN : Units.speed(own.speed());
                }
            }
        }
        RegulatorySpeedLimit common = most(
                crossing.speedLimits() == null ? List.of() : crossing.speedLimits(), SpeedLimitType.VEHICLE_MAX_SPEED);
        return common == null ? Double.NaN : Units.speed(common.speed());
    }

    private static @Nullable RegulatorySpeedLimit most(List<RegulatorySpeedLimit> limits, SpeedLimitType type) {
        return limits.stream()
                .filter(limit -> limit.type().equals(type))
                .findFirst()
                .orElse(null);
    }

    private Lane connected(Lane lane, GenericLane told) {
        List<Connection> ways = new ArrayList<>();
        if (lane.ingress() && told.connectsTo() != null) {
            for (var connection : told.connectsTo()) {
                way(lane, told, connection).ifPresent(way -> {
                    if (ways.stream().noneMatch(other -> other.toLane() == way.toLane())) {
                        ways.add(way);
                    }
                });
            }
        }
        return new Lane(
                lane.id(),
                lane.approach(),
                lane.use(),
                lane.ingress(),
                lane.width(),
                lane.speedLimit(),
                lane.centreLine(),
                ways);
    }

    private Optional<Connection> way(Lane lane, GenericLane told, io.verge.messages.sae.j2735.Connection connection) {
        int id = connection.connectingLane().lane();
        Lane to = lanes.get(id);
        if (to == null || to.ingress() || connection.remoteIntersection() != null) {
            notes.add("lane " + lane.id() + " leads to lane " + id
                    + ", which is not an egress lane of this crossing: the connection is left out");
            return Optional.empty();
        }
        Manoeuvre own = Manoeuvres.only(connection.connectingLane().maneuver());
        Manoeuvre only = own != null ? own : Manoeuvres.only(told.maneuvers());
        Manoeuvre meant = only != null ? only : Manoeuvres.drawn(lane.centreLine(), to.centreLine());
        return Optional.of(new Connection(id, meant, Units.signalGroup(connection.signalGroup())));
    }

    private Optional<Crosswalk> crosswalk(GenericLane walk) {
        try {
            if (walk.laneID() == 0 || lanes.containsKey(walk.laneID())) {
                throw new MapImportException("its id is 0, or that of a lane");
            }
            List<Position> points = line.of(walk);
            Integer group = walk.connectsTo() == null
                    ? null
                    : walk.connectsTo().stream()
                            .map(way -> Units.signalGroup(way.signalGroup()))
                            .filter(known -> known != null)
                            .findFirst()
                            .orElse(null);
            return Optional.of(new Crosswalk(walk.laneID(), crossed(points), width(walk), points, group));
        } catch (MapImportException e) {
            leftOut(walk, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The approach of the lane that ends nearest to the middle of a crosswalk: a MAP does not tell. */
    private int crossed(List<Position> crosswalk) {
        Position a = crosswalk.get(0);
        Position b = crosswalk.get(crosswalk.size() - 1);
        Position middle = new Position((a.east() + b.east()) / 2, (a.north() + b.north()) / 2, 0);
        double least = Double.POSITIVE_INFINITY;
        int approach = 0;
        for (Lane lane : lanes.values()) {
            List<Position> points = lane.centreLine();
            double distance = points.get(lane.ingress() ? points.size() - 1 : 0).distanceTo(middle);
            if (distance < least) {
                least = distance;
                approach = lane.approach();
            }
        }
        return approach;
    }
}
