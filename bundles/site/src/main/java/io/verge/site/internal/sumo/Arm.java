package io.verge.site.internal.sumo;

import io.verge.api.geo.Headings;
import io.verge.site.MapImportException;
import io.verge.site.internal.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One arm of a junction: the road that leads in, and that which leads out beside it.
 *
 * @param in null when nothing comes in
 * @param out null when nothing goes out
 * @param bearing from the junction outwards, degrees clockwise from north
 */
record Arm(SumoNet.@Nullable Edge in, SumoNet.@Nullable Edge out, double bearing) {
    private static final int MOST = 15;
    /** Degrees between the two roads of one arm, at most. */
    private static final double BESIDE = 45;
    /** Metres from the junction over which the direction of a road is taken. */
    private static final double LOOK = 20;

    private static final String[] WINDS = {
        "North", "North-east", "East", "South-east", "South", "South-west", "West", "North-west"
    };

    /** Clockwise, that towards the north first. */
    static List<Arm> of(SumoNet net, String junction) throws MapImportException {
        List<SumoNet.Edge> in = new ArrayList<>();
        List<SumoNet.Edge> out = new ArrayList<>();
        for (SumoNet.Edge edge : net.edges().values()) {
            if (edge.road() && drawn(edge) && edge.to().equals(junction)) {
                in.add(edge);
            } else if (edge.road() && drawn(edge) && edge.from().equals(junction)) {
                out.add(edge);
            }
        }
        List<Arm> arms = paired(in, out);
        if (arms.isEmpty() || in.isEmpty()) {
            throw new MapImportException("no road leads to junction \"" + junction + "\"");
        }
        if (arms.size() > MOST) {
            throw new MapImportException("junction \"" + junction + "\" has " + arms.size()
                    + " arms; a map has at most " + MOST + " approaches");
        }
        arms.sort(Comparator.comparingDouble(arm -> Headings.normalize(arm.bearing + 22.5)));
        return arms;
    }

    private static boolean drawn(SumoNet.Edge edge) {
        return !edge.lanes().isEmpty()
                && edge.lanes().stream()
                        .allMatch(lane -> Shape.distinct(lane.shape()).size() > 1);
    }

    /** Each road in with that road out which leads the nearest way back, nearest pairs first. */
    private static List<Arm> paired(List<SumoNet.Edge> in, List<SumoNet.Edge> out) {
        List<Pair> pairs = new ArrayList<>();
        for (SumoNet.Edge entry : in) {
            for (SumoNet.Edge exit : out) {
                pairs.add(new Pair(entry, exit, Math.abs(Headings.turn(outwards(entry, true), outwards(exit, false)))));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::angle));
        Set<SumoNet.Edge> left = new LinkedHashSet<>(in);
        left.addAll(out);
        List<Arm> arms = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.angle <= BESIDE && left.contains(pair.in) && left.contains(pair.out)) {
                left.remove(pair.in);
                left.remove(pair.out);
                double half = Headings.turn(outwards(pair.in, true), outwards(pair.out, false)) / 2;
                arms.add(new Arm(pair.in, pair.out, Headings.normalize(outwards(pair.in, true) + half)));
            }
        }
        for (SumoNet.Edge alone : left) {
            boolean entry = in.contains(alone);
            arms.add(new Arm(entry ? alone : null, entry ? null : alone, outwards(alone, entry)));
        }
        return arms;
    }

    private record Pair(SumoNet.Edge in, SumoNet.Edge out, double angle) {}

    private static double outwards(SumoNet.Edge edge, boolean leadsIn) {
        SumoNet.Lane leftmost = edge.lanes().get(edge.lanes().size() - 1);
        var points = Shape.distinct(leftmost.shape());
        return Shape.heading(leadsIn ? Shape.reversed(points) : points, LOOK);
    }

    boolean has(String edge) {
        return (in != null && in.id().equals(edge)) || (out != null && out.id().equals(edge));
    }

    /** That of the road, else of the wind. */
    String name() {
        for (SumoNet.Edge edge : new SumoNet.@Nullable Edge[] {in, out}) {
            if (edge != null && !edge.name().isEmpty()) {
                return edge.name();
            }
        }
        return WINDS[(int) (Headings.normalize(bearing + 22.5) / 45) % WINDS.length];
    }
}
