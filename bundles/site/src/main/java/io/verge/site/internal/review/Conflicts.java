package io.verge.site.internal.review;

import io.verge.api.geo.Position;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Findings;
import io.verge.site.internal.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether the conflicts of the map are those of the ways that meet on the ground: that cross, or that lead into one lane. Ways
 * are drawn as curves from lane to lane, so what nearly touches may be told wrongly; hence warnings.
 */
final class Conflicts {
    /** Pairs that are told one by one. */
    private static final int TOLD = 20;

    private static final Comparator<Conflict> ORDER =
            Comparator.comparingInt(Conflict::group).thenComparingInt(Conflict::other);

    /**
     * A way under a signal group.
     *
     * @param from the lane it begins with; 0 for a crosswalk
     * @param to the lane it ends with; 0 for a crosswalk
     */
    private record Way(int group, int from, int to, String name, List<Position> line) {
        boolean meets(Way other) {
            if (from != 0 && from == other.from) {
                return false;
            }
            return (to != 0 && to == other.to) || Shape.cross(line, other.line);
        }
    }

    private Conflicts() {}

    static void check(SiteMap map, Findings findings) {
        List<Way> ways = ways(map);
        Map<Conflict, String> meeting = new TreeMap<>(ORDER);
        for (Way way : ways) {
            for (Way other : ways) {
                if (way.group < other.group && way.meets(other)) {
                    meeting.putIfAbsent(new Conflict(way.group, other.group), way.name + " and " + other.name);
                }
            }
        }
        List<String> missing = meeting.entrySet().stream()
                .filter(entry -> !map.conflicts().contains(entry.getKey()))
                .map(entry -> shown(entry.getKey()) + " (" + entry.getValue() + ")")
                .toList();
        if (!missing.isEmpty()) {
            findings.map("ways of these signal groups meet, and \"conflicts\" lets them be green together: "
                    + list(missing) + "; right only where one of them yields");
        }
        List<String> apart = map.conflicts().stream()
                .filter(conflict -> !meeting.containsKey(conflict))
                .sorted(ORDER)
                .map(Conflicts::shown)
                .toList();
        if (!apart.isEmpty()) {
            findings.map("\"conflicts\" names signal groups whose ways never meet: " + list(apart));
        }
    }

    private static String list(List<String> pairs) {
        String told = pairs.stream().limit(TOLD).collect(Collectors.joining(", "));
        return pairs.size() > TOLD ? told + " and " + (pairs.size() - TOLD) + " more" : told;
    }

    private static String shown(Conflict conflict) {
        return "[" + conflict.group() + ", " + conflict.other() + "]";
    }

    private static List<Way> ways(SiteMap map) {
        List<Way> ways = new ArrayList<>();
        for (Lane lane : map.lanes()) {
            for (Connection connection : lane.connections()) {
                Integer group = connection.signalGroup();
                map.lanes().stream()
                        .filter(to -> group != null && to.id() == connection.toLane())
                        .forEach(to -> ways.add(new Way(
                                group == null ? 0 : group,
                                lane.id(),
                                to.id(),
                                "lane " + lane.id() + " to " + to.id(),
                                Curve.between(lane, to))));
            }
        }
        for (Crosswalk crosswalk : map.crosswalks()) {
            Integer group = crosswalk.signalGroup();
            if (group != null) {
                ways.add(new Way(group, 0, 0, "crosswalk " + crosswalk.id(), crosswalk.centreLine()));
            }
        }
        return ways;
    }
}
