package io.verge.site.internal.review;

import io.verge.api.geo.Position;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Findings;
import io.verge.site.internal.Shape;
import java.util.List;

/** Lanes that lie on one another, such as one that was drawn twice. */
final class Overlaps {
    /** Metres between the places of a lane that are looked at. */
    private static final double STEP = 2;
    /** Metres of overlap that are still taken for a lane that opens out of another. */
    private static final double SHORT = 15;
    /** Of the distance that two lanes side by side have: nearer is upon one another. */
    private static final double SHARE = 0.5;

    private Overlaps() {}

    static void check(SiteMap map, Findings findings) {
        for (int i = 0; i < map.lanes().size(); i++) {
            for (Lane earlier : map.lanes().subList(0, i)) {
                Lane lane = map.lanes().get(i);
                double overlap = Review.walked(lane.use()) || Review.walked(earlier.use()) ? 0 : overlap(lane, earlier);
                if (overlap > SHORT) {
                    findings.lane(lane.id(), "lies upon lane " + earlier.id() + " for " + Math.round(overlap) + " m");
                }
            }
        }
    }

    /** Metres of the one along which the other is nearer than it may be. */
    private static double overlap(Lane lane, Lane other) {
        double near = (lane.width() + other.width()) / 2 * SHARE;
        List<Position> line = lane.centreLine();
        double overlap = 0;
        for (int i = 1; i < line.size(); i++) {
            Position a = line.get(i - 1);
            Position b = line.get(i);
            double length = a.distanceTo(b);
            int steps = (int) Math.ceil(length / STEP);
            for (int step = 0; step < steps; step++) {
                Position middle = Shape.between(a, b, (step + 0.5) / steps);
                overlap += Shape.distance(middle, other.centreLine()) < near ? length / steps : 0;
            }
        }
        return overlap;
    }
}
