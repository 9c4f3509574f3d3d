package io.verge.site.internal;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Conflict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Whether the parts of a map fit together. */
final class Consistency {
    private static final int MAX_LANES = 255;
    private static final double MAX_END = 60;

    private final Draft draft;
    private final SiteFrame frame;
    private final Problems problems;
    private final Set<Integer> approaches = new HashSet<>();
    private final Map<Integer, Draft.Strip> lanes = new HashMap<>();
    private final Set<Integer> crosswalks = new HashSet<>();

    private Consistency(Draft draft, SiteFrame frame, Problems problems) {
        this.draft = draft;
        this.frame = frame;
        this.problems = problems;
    }

    /**
     * Tells the problems what does not fit.
     *
     * @param frame around the box
     */
    static void check(Draft draft, SiteFrame frame, Problems problems) {
        Consistency check = new Consistency(draft, frame, problems);
        check.ids();
        check.lanes();
        check.crosswalks();
        check.conflicts();
        check.ends();
    }

    private void ids() {
        for (Draft.Arm arm : draft.arms) {
            if (arm.id() != Draft.WRONG && !approaches.add(arm.id())) {
                problems.add(arm.line(), arm.feature(), "approach " + arm.id() + " is there twice; expected once");
            }
        }
        for (Draft.Strip lane : draft.strips) {
            if (lane.id() != Draft.WRONG && lanes.putIfAbsent(lane.id(), lane) != null) {
                taken(lane.line(), lane.feature(), lane.id());
            }
        }
        for (Draft.Crossing crosswalk : draft.crossings) {
            int id = crosswalk.id();
            if (id != Draft.WRONG && (lanes.containsKey(id) || !crosswalks.add(id))) {
                taken(crosswalk.line(), crosswalk.feature(), id);
            }
        }
        if (draft.strips.isEmpty()) {
            problems.add(0, "", "has no lane; expected at least one");
        }
        if (draft.strips.size() > MAX_LANES) {
            problems.add(0, "", "has " + draft.strips.size() + " lanes; expected at most " + MAX_LANES);
        }
    }

    private void taken(int line, String feature, int id) {
        problems.add(line, feature, "id " + id + " is there twice; expected once among lanes and crosswalks");
    }

    private void lanes() {
        for (Draft.Strip lane : draft.strips) {
            approach(lane.approach(), lane.line(), lane.feature());
            if (lane.leadsOut() && !lane.ways().isEmpty()) {
                problems.add(
                        lane.ways().get(0).line(),
                        lane.feature(),
                        "has connections although \"ingress\" is false; expected them on ingress lanes only");
            }
            Set<Integer> targets = new HashSet<>();
            for (Draft.Way way : lane.ways()) {
                if (way.to() != Draft.WRONG) {
                    target(lane, way, targets);
                }
            }
        }
    }

    private void target(Draft.Strip lane, Draft.Way way, Set<Integer> targets) {
        Draft.Strip to = lanes.get(way.to());
        if (to == null) {
            problems.add(
                    way.line(),
                    lane.feature(),
                    "a connection leads to lane " + way.to() + ", which is not there; expected an egress lane");
        } else if (to.leadsIn()) {
            problems.add(
                    way.line(),
                    lane.feature(),
                    "a connection leads to lane " + way.to() + ", which is an ingress lane; expected an egress lane");
        }
        if (!targets.add(way.to())) {
            problems.add(
                    way.line(), lane.feature(), "two connections lead to lane " + way.to() + "; expected one at most");
        }
    }

    private void crosswalks() {
        for (Draft.Crossing crosswalk : draft.crossings) {
            approach(crosswalk.approach(), crosswalk.line(), crosswalk.feature());
        }
    }

    private void approach(int approach, int line, String feature) {
        if (approach != Draft.WRONG && !approaches.contains(approach)) {
            problems.add(
                    line, feature, "belongs to approach " + approach + ", which is not there; expected " + approaches);
        }
    }

    private void conflicts() {
        Set<Integer> known = draft.signalGroups();
        Set<Conflict> seen = new HashSet<>();
        for (Draft.Pair pair : draft.header.conflicts()) {
            for (int group : List.of(pair.group(), pair.other())) {
                if (!known.contains(group)) {
                    problems.add(
                            pair.line(),
                            "",
                            "\"conflicts\" names signal group " + group
                                    + ", which rules nothing; expected one of a connection or crosswalk");
                }
            }
            if (!seen.add(new Conflict(pair.group(), pair.other()))) {
                problems.add(
                        pair.line(),
                        "",
                        "\"conflicts\" names " + pair.group() + " and " + pair.other() + " twice; expected once");
            }
        }
    }

    /** The most common slip of a hand that draws lanes: one drawn against the direction of travel. */
    private void ends() {
        List<Draft.Strip> drawn = draft.strips.stream()
                .filter(lane -> lane.ingress() != null && !lane.points().isEmpty())
                .toList();
        if (drawn.isEmpty()) {
            return;
        }
        Position centre = new Position(median(drawn, Position::east), median(drawn, Position::north), 0);
        if (Gcj02.suspected(centre, frame)) {
            problems.add(
                    0,
                    "",
                    "lies " + Math.round(Math.hypot(centre.east(), centre.north()))
                            + " m from the box, just as far and in the direction that GCJ-02 shifts places here;"
                            + " expected WGS84 (CGCS2000)");
        }
        for (Draft.Strip lane : drawn) {
            long distance = Math.round(inner(lane).distanceTo(centre));
            if (distance > MAX_END) {
                String end = lane.leadsIn()
                        ? "its last point is %d m from the crossing; expected at most %d m: an ingress lane ends at its"
                                + " stop line"
                        : "its first point is %d m from the crossing; expected at most %d m: an egress lane begins at"
                                + " the crossing";
                problems.add(
                        lane.line(),
                        lane.feature(),
                        String.format(end, distance, Math.round(MAX_END)) + "; is it drawn the wrong way round?");
            }
        }
    }

    /** The point of a lane that lies at the crossing. */
    private static Position inner(Draft.Strip lane) {
        return lane.points().get(lane.leadsIn() ? lane.points().size() - 1 : 0);
    }

    /** Of the inner points, so that a few lanes that are drawn wrongly do not move the crossing. */
    private static double median(List<Draft.Strip> lanes, ToDoubleFunction<Position> axis) {
        List<Double> sorted = new ArrayList<>();
        lanes.forEach(lane -> sorted.add(axis.applyAsDouble(inner(lane))));
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
