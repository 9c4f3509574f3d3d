package io.verge.site.internal.review;

import io.verge.api.geo.Position;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which signal groups rule ways that meet on the ground: that cross, or that lead into one lane. Ways are drawn as curves from
 * lane to lane, so what nearly touches may be told wrongly.
 */
public final class Ways {
    static final Comparator<Conflict> ORDER =
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

    private Ways() {}

    /** The pairs in order, each with two ways that meet. */
    public static Map<Conflict, String> meeting(SiteMap map) {
        List<Way> ways = ways(map);
        Map<Conflict, String> meeting = new TreeMap<>(ORDER);
        for (Way way : ways) {
            for (Way other : ways) {
                if (way.group < other.group && way.meets(other)) {
                    meeting.putIfAbsent(new Conflict(way.group, other.group), way.name + " and " + other.name);
                }
            }
        }
        return meeting;
    }

    private static List<Way> ways(SiteMap map) {
        List<Way> ways = new ArrayList<>();
        for (Lane lane : map.lanes()) {
            for (Connection connection : lane.connections()) {
                Integer group = connection.signalGroup();
                Lane to = lane(map, connection.toLane());
                if (group != null && to != null) {
                    String name = "lane " + lane.id() + " to " + to.id();
                    ways.add(new Way(group, lane.id(), to.id(), name, Curve.between(lane, to)));
                }
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

    private static @Nullable Lane lane(SiteMap map, int id) {
        for (Lane lane : map.lanes()) {
            if (lane.id() == id) {
                return lane;
            }
        }
        return null;
    }
}
