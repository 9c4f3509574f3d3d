package io.verge.agent.map;

import io.verge.api.geo.Position;
import io.verge.api.site.Approach;
import io.verge.api.site.Lane;
import io.verge.messages.csae.edition2020.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A link of T/CSAE 53 and what becomes of it: an arm of the crossing with its lanes in and, while connections are read, out. */
final class CsaeArm {
    final int id;
    final Link link;
    final List<io.verge.messages.csae.edition2020.Lane> told = new ArrayList<>();
    final List<Lane> in = new ArrayList<>();
    final List<Lane> out = new ArrayList<>();
    /** What the message calls the lanes that lead out. */
    final List<Integer> names = new ArrayList<>();

    CsaeArm(int id, Link link) {
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
