package io.verge.site.internal.sumo;

import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.site.ImportedMap;
import io.verge.site.MapImportException;
import io.verge.site.SumoImport;
import io.verge.site.internal.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the map of one junction together. */
public final class Crossing {
    /** Metres: what SUMO takes when a network gives no width. */
    private static final double USUAL_WIDTH = 4;

    private static final int MOST_IDS = 255;

    private final SumoNet net;
    private final Topology topology;
    private final SumoNet.Junction junction;
    private final List<Arm> arms;
    private final Ground ground;
    private final Lanes lanes;
    private final Signals signals;
    private final Map<String, Integer> crosswalkIds = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private Crossing(SumoNet net, SumoImport.Options options) throws MapImportException {
        this.net = net;
        this.topology = new Topology(net);
        this.junction = Junctions.choose(net, options.junction());
        this.arms = Arm.of(net, junction.id());
        this.ground = Ground.of(net.location(), junction.centre(), options.origin());
        this.lanes = Lanes.of(arms, topology, ground);
        this.signals = Signals.of(net, topology, junction, links(), options.groups());
    }

    /**
     * Makes the map.
     *
     * @throws MapImportException when the junction is not there, or does not fit into a map
     */
    public static SumoImport.Result of(SumoNet net, SumoImport.Options options) throws MapImportException {
        return new Crossing(net, options).result();
    }

    private SumoImport.Result result() throws MapImportException {
        List<Approach> approaches = new ArrayList<>();
        arms.forEach(arm -> approaches.add(new Approach(approaches.size() + 1, arm.name(), 0)));
        SiteMap map =
                new SiteMap(0, 0, junction.id(), 0, approaches, connectedLanes(), crosswalks(), signals.conflicts());
        notes();
        Map<String, Integer> ids = new LinkedHashMap<>(lanes.ids());
        ids.putAll(crosswalkIds);
        return new SumoImport.Result(new ImportedMap(map, ground.frame(), notes), ids, signals.byIndex());
    }

    /** From road to road of this junction, and over its crossings. */
    private List<SumoNet.Link> links() {
        List<SumoNet.Link> links = new ArrayList<>();
        for (SumoNet.Link link : net.links()) {
            boolean drives = arms.stream().anyMatch(arm -> arm.in() != null && arm.has(link.from()))
                    && arms.stream().anyMatch(arm -> arm.out() != null && arm.has(link.to()))
                    && known(topology.from(link))
                    && known(topology.to(link));
            boolean walks = isCrossing(link.to());
            if (drives || walks) {
                links.add(link);
            }
        }
        return links;
    }

    private boolean known(Optional<SumoNet.Lane> lane) {
        return lane.isPresent() && lanes.ids().containsKey(lane.get().id());
    }

    private boolean isCrossing(String edge) {
        SumoNet.@Nullable Edge found = net.edges().get(edge);
        return found != null
                && found.function().equals("crossing")
                && edge.startsWith(":" + junction.id() + "_")
                && !found.lanes().isEmpty();
    }

    private List<Lane> connectedLanes() {
        Map<Integer, List<Connection>> ways = new LinkedHashMap<>();
        for (SumoNet.Link link : links()) {
            if (!isCrossing(link.to())) {
                int from = id(topology.from(link));
                List<Connection> known = ways.computeIfAbsent(from, lane -> new ArrayList<>());
                int to = id(topology.to(link));
                if (known.stream().noneMatch(way -> way.toLane() == to)) {
                    known.add(new Connection(to, manoeuvre(link), signals.group(link)));
                }
            }
        }
        return lanes.lanes().stream()
                .map(lane -> lane.ingress() ? with(lane, ways.getOrDefault(lane.id(), List.of())) : lane)
                .toList();
    }

    private int id(Optional<SumoNet.Lane> lane) {
        return lanes.ids().getOrDefault(lane.orElseThrow().id(), 0);
    }

    private static Lane with(Lane lane, List<Connection> ways) {
        return new Lane(
                lane.id(), lane.approach(), lane.use(), true, lane.width(), lane.speedLimit(), lane.centreLine(), ways);
    }

    private static Manoeuvre manoeuvre(SumoNet.Link link) {
        return switch (link.direction()) {
            case "l", "L" -> Manoeuvre.LEFT;
            case "r", "R" -> Manoeuvre.RIGHT;
            case "t", "T" -> Manoeuvre.U_TURN;
            default -> Manoeuvre.STRAIGHT;
        };
    }

    private List<Crosswalk> crosswalks() throws MapImportException {
        List<Crosswalk> crosswalks = new ArrayList<>();
        int last = lanes.lanes().stream().mapToInt(Lane::id).max().orElse(0);
        for (SumoNet.Edge edge : net.edges().values()) {
            if (!isCrossing(edge.id())) {
                continue;
            }
            SumoNet.Lane lane = edge.lanes().get(0);
            var line = Shape.distinct(lane.shape());
            int approach = approach(edge);
            if (approach == 0 || line.size() < 2) {
                notes.add("crossing " + edge.id() + " is left out: it leads over no road of this junction");
                continue;
            }
            int id = ++last;
            if (id > MOST_IDS) {
                throw new MapImportException("there are no ids left for crosswalks: the junction has too many lanes");
            }
            crosswalkIds.put(lane.id(), id);
            crosswalks.add(new Crosswalk(
                    id,
                    approach,
                    lane.width() > 0 ? lane.width() : USUAL_WIDTH,
                    line.stream().map(ground::toSite).toList(),
                    crossingGroup(edge)));
        }
        return crosswalks;
    }

    /** Zero when it crosses none. */
    private int approach(SumoNet.Edge crossing) {
        for (int i = 0; i < arms.size(); i++) {
            if (crossing.crosses().stream().anyMatch(arms.get(i)::has)) {
                return i + 1;
            }
        }
        return 0;
    }

    private @Nullable Integer crossingGroup(SumoNet.Edge crossing) {
        return topology.into(crossing.id()).stream()
                .filter(link -> signals.group(link) != null)
                .map(signals::group)
                .findFirst()
                .orElse(null);
    }

    private void notes() {
        notes.add("region, id and revision are 0: give the crossing its own");
        if (!lanes.leftOut().isEmpty()) {
            notes.add("left out, for neither vehicles nor bicycles nor walkers: " + String.join(", ", lanes.leftOut()));
        }
        Map<Integer, List<Integer>> links = new LinkedHashMap<>();
        signals.byIndex().forEach((index, group) -> links.computeIfAbsent(group, g -> new ArrayList<>())
                .add(index));
        links.forEach((group, indices) -> notes.add("signal group " + group + " is link "
                + indices.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        signals.yielding().stream()
                .sorted(Comparator.comparingInt(Conflict::group).thenComparingInt(Conflict::other))
                .forEach(pair -> notes.add("signal groups " + pair.group() + " and " + pair.other()
                        + " cross and are green together in the plan: no conflict, one of them yields"));
    }
}
