package io.verge.site.internal;

import io.verge.api.geo.Position;
import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map as its file says it, with the lines where it says so. Filled while the file is read. Where the file is wrong there is
 * {@link #WRONG}, an empty list or null; the problem is known then, and checks pass over it.
 */
final class Draft {
    /** In place of an id that cannot be read. */
    static final int WRONG = 0;

    Header header = new Header(0, 0, "", 0, List.of());
    final List<Arm> arms = new ArrayList<>();
    final List<Strip> strips = new ArrayList<>();
    final List<Crossing> crossings = new ArrayList<>();

    /** What the map says of itself. */
    record Header(int region, int id, String name, int revision, List<Pair> conflicts) {}

    /** A conflict. */
    record Pair(int line, int group, int other) {}

    /** An approach. */
    record Arm(int line, String feature, int id, String name, int upstreamNode) {}

    /** A lane. */
    record Strip(
            int line,
            String feature,
            int id,
            int approach,
            LaneUse use,
            @Nullable Boolean ingress,
            double width,
            double speedLimit,
            List<Position> points,
            List<Way> ways) {
        boolean leadsIn() {
            return Boolean.TRUE.equals(ingress);
        }

        boolean leadsOut() {
            return Boolean.FALSE.equals(ingress);
        }
    }

    /** A connection. */
    record Way(int line, int to, Manoeuvre manoeuvre, @Nullable Integer signalGroup) {}

    /** A crosswalk. */
    record Crossing(
            int line,
            String feature,
            int id,
            int approach,
            double width,
            List<Position> points,
            @Nullable Integer signalGroup) {}

    /** All signal groups that rule something. */
    Set<Integer> signalGroups() {
        Set<Integer> groups = new HashSet<>();
        for (Strip strip : strips) {
            for (Way way : strip.ways) {
                add(groups, way.signalGroup);
            }
        }
        for (Crossing crossing : crossings) {
            add(groups, crossing.signalGroup);
        }
        return groups;
    }

    private static void add(Set<Integer> groups, @Nullable Integer group) {
        if (group != null) {
            groups.add(group);
        }
    }

    /** The map; only when there are no problems. */
    SiteMap map() {
        List<Approach> approaches = new ArrayList<>();
        arms.forEach(arm -> approaches.add(new Approach(arm.id, arm.name, arm.upstreamNode)));
        List<Lane> lanes = new ArrayList<>();
        for (Strip strip : strips) {
            List<Connection> connections = new ArrayList<>();
            strip.ways.forEach(way -> connections.add(new Connection(way.to, way.manoeuvre, way.signalGroup)));
            lanes.add(new Lane(
                    strip.id,
                    strip.approach,
                    strip.use,
                    strip.leadsIn(),
                    strip.width,
                    strip.speedLimit,
                    strip.points,
                    connections));
        }
        List<Crosswalk> crosswalks = new ArrayList<>();
        crossings.forEach(it -> crosswalks.add(new Crosswalk(it.id, it.approach, it.width, it.points, it.signalGroup)));
        Set<Conflict> conflicts = new HashSet<>();
        header.conflicts.forEach(pair -> conflicts.add(new Conflict(pair.group, pair.other)));
        return new SiteMap(
                header.region, header.id, header.name, header.revision, approaches, lanes, crosswalks, conflicts);
    }
}
