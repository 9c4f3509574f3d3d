package io.verge.app.redlightwarning.internal;

import io.verge.api.geo.Position;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whom a violation of a route's signal endangers: the lanes from which ways lead whose signals exclude it. */
final class Addressees {
    private final Map<Integer, List<Integer>> lanesByGroup = new HashMap<>();

    Addressees(RoadNet net) {
        for (Route route : net.routes()) {
            Integer group = route.signalGroup();
            if (group != null && !lanesByGroup.containsKey(group)) {
                lanesByGroup.put(group, conflicting(net, group));
            }
        }
    }

    private static List<Integer> conflicting(RoadNet net, int group) {
        SortedSet<Integer> lanes = new TreeSet<>();
        for (Route other : net.routes()) {
            Integer others = other.signalGroup();
            if (others != null && net.conflicting(group, others)) {
                lanes.add(other.from().id());
            }
        }
        return List.copyOf(lanes);
    }

    /** By id; none when the route has no signal or the map knows no conflict. */
    List<Integer> lanes(Route route) {
        Integer group = route.signalGroup();
        return group == null ? List.of() : lanesByGroup.getOrDefault(group, List.of());
    }

    Position stopLine(Route route) {
        return new Position(route.path().eastAt(route.stopLine()), route.path().northAt(route.stopLine()), 0);
    }
}
