package io.verge.site.internal.review;

import io.verge.api.geo.Position;
import io.verge.api.site.Lane;
import io.verge.site.internal.Shape;
import java.util.ArrayList;
import java.util.List;

/** How one drives from a lane to another: along a quadratic Bézier curve that leaves and arrives in the lanes' directions. */
final class Curve {
    private static final int STEPS = 12;
    /** Metres of the lanes themselves, where a crosswalk may lie. */
    private static final double BEYOND = 12;

    private Curve() {}

    static List<Position> between(Lane from, Lane to) {
        List<Position> before = Shape.reversed(Shape.first(Shape.reversed(from.centreLine()), BEYOND));
        List<Position> after = Shape.first(to.centreLine(), BEYOND);
        List<Position> line = new ArrayList<>(before);
        Position start = before.get(before.size() - 1);
        Position end = after.get(0);
        Position corner = corner(start, Directions.heading(from), end, Directions.heading(to));
        for (int step = 1; step < STEPS; step++) {
            double share = (double) step / STEPS;
            line.add(Shape.between(Shape.between(start, corner, share), Shape.between(corner, end, share), share));
        }
        line.addAll(after);
        return line;
    }

    /** Where the two directions meet; the middle when they do not meet between the lanes. */
    private static Position corner(Position start, double leaving, Position end, double arriving) {
        double east = Math.sin(Math.toRadians(leaving));
        double north = Math.cos(Math.toRadians(leaving));
        double eastward = Math.sin(Math.toRadians(arriving));
        double northward = Math.cos(Math.toRadians(arriving));
        double across = east * northward - north * eastward;
        double ahead = ((end.east() - start.east()) * northward - (end.north() - start.north()) * eastward) / across;
        double back = ((end.east() - start.east()) * north - (end.north() - start.north()) * east) / across;
        boolean meet = ahead > 0 && back < 0 && ahead + -back < 3 * start.distanceTo(end);
        return meet
                ? new Position(start.east() + ahead * east, start.north() + ahead * north, start.up())
                : Shape.between(start, end, 0.5);
    }
}
