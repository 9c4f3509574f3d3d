package io.verge.site.internal.sumo;

import io.verge.api.geo.Position;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.site.MapImportException;
import io.verge.site.internal.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lanes of the arms, numbered: tens for the approach, ones for the lane; one after the other where ten are not enough. */
final class Lanes {
    /** Metres of a lane that the map shows. */
    static final double REACH = 300;

    private static final int MOST = 255;
    /** Metres: what SUMO takes when a network gives no width. */
    private static final double USUAL_WIDTH = 3.2;
    /** m/s: what a map may hold. */
    private static final double GREATEST_SPEED = 70;

    private final Topology topology;
    private final Ground ground;
    private final List<Lane> lanes = new ArrayList<>();
    /** By lane ids of the network. */
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    private final List<String> leftOut = new ArrayList<>();
    private int next = 1;

    private Lanes(Topology topology, Ground ground) {
        this.topology = topology;
        this.ground = ground;
    }

    static Lanes of(List<Arm> arms, Topology topology, Ground ground) throws MapImportException {
        Lanes result = new Lanes(topology, ground);
        boolean tens = arms.stream().allMatch(arm -> count(arm.in()) + count(arm.out()) < 10);
        for (int approach = 1; approach <= arms.size(); approach++) {
            if (tens) {
                result.next = approach * 10 + 1;
            }
            result.add(arms.get(approach - 1), approach);
        }
        if (result.next > MOST + 1) {
            throw new MapImportException(
                    "the junction has " + result.lanes.size() + " lanes; a map has at most " + MOST);
        }
        return result;
    }

    private static long count(SumoNet.@Nullable Edge edge) {
        return edge == null ? 0 : edge.lanes().size();
    }

    private void add(Arm arm, int approach) {
        for (SumoNet.@Nullable Edge edge : new SumoNet.@Nullable Edge[] {arm.in(), arm.out()}) {
            if (edge != null) {
                for (int index = 0; index < edge.lanes().size(); index++) {
                    add(edge, index, approach, edge.equals(arm.in()));
                }
            }
        }
    }

    private void add(SumoNet.Edge edge, int index, int approach, boolean ingress) {
        SumoNet.Lane lane = edge.lanes().get(index);
        Optional<LaneUse> use = Permissions.use(lane);
        if (use.isEmpty()) {
            leftOut.add(lane.id());
            return;
        }
        int id = next++;
        ids.put(lane.id(), id);
        List<Position> line = ingress ? inwards(edge, index, id) : lane.shape();
        lanes.add(new Lane(
                id,
                approach,
                use.get(),
                ingress,
                lane.width() > 0 ? lane.width() : USUAL_WIDTH,
                use.get() != LaneUse.SIDEWALK && lane.speed() > 0 && lane.speed() <= GREATEST_SPEED
                        ? lane.speed()
                        : Double.NaN,
                onSite(line, ingress),
                List.of()));
    }

    /** The lane, and before it those that it only goes on from. */
    private List<Position> inwards(SumoNet.Edge edge, int index, int id) {
        List<Position> line = edge.lanes().get(index).shape();
        Set<String> passed = new HashSet<>(Set.of(edge.id()));
        Optional<SumoNet.Link> before = topology.feeding(edge.id(), index);
        while (before.isPresent()
                && Shape.length(line) < REACH
                && passed.add(before.get().from())) {
            SumoNet.Lane feeder = topology.from(before.get()).orElseThrow();
            if (!Permissions.use(feeder).equals(Permissions.use(edge.lanes().get(index)))) {
                break;
            }
            ids.put(feeder.id(), id);
            List<Position> longer = new ArrayList<>(feeder.shape());
            longer.addAll(line);
            line = longer;
            before = topology.feeding(before.get().from(), before.get().fromLane());
        }
        return line;
    }

    private List<Position> onSite(List<Position> line, boolean ingress) {
        List<Position> outwards = Shape.distinct(ingress ? Shape.reversed(line) : line);
        List<Position> near = Shape.distinct(Shape.first(outwards, REACH));
        List<Position> drawn = ingress ? Shape.reversed(near) : near;
        return drawn.stream().map(ground::toSite).toList();
    }

    List<Lane> lanes() {
        return lanes;
    }

    Map<String, Integer> ids() {
        return ids;
    }

    /** Lanes that are for nobody a map knows. */
    List<String> leftOut() {
        return leftOut;
    }
}
