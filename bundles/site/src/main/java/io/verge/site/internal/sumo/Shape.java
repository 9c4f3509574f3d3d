package io.verge.site.internal.sumo;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of points. */
final class Shape {
    /** Metres: points nearer than this are one. */
    private static final double SAME = 0.05;

    private Shape() {}

    /** Without points that lie on their predecessors. */
    static List<Position> distinct(List<Position> points) {
        List<Position> distinct = new ArrayList<>();
        for (Position point : points) {
            if (distinct.isEmpty() || distinct.get(distinct.size() - 1).distanceTo(point) > SAME) {
                distinct.add(point);
            }
        }
        return distinct;
    }

    static List<Position> reversed(List<Position> points) {
        List<Position> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }

    /** What of a line is within so many metres of its beginning, along it. */
    static List<Position> first(List<Position> points, double metres) {
        List<Position> kept = new ArrayList<>();
        double left = metres;
        for (Position point : points) {
            Position last = kept.isEmpty() ? point : kept.get(kept.size() - 1);
            double step = last.distanceTo(point);
            if (step > left) {
                kept.add(between(last, point, left / step));
                return kept;
            }
            kept.add(point);
            left -= step;
        }
        return kept;
    }

    static double length(List<Position> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).distanceTo(points.get(i));
        }
        return length;
    }

    /** The direction from a line's first point to what is so many metres from there. */
    static double heading(List<Position> points, double metres) {
        List<Position> part = first(points, metres);
        Position from = part.get(0);
        Position to = part.get(part.size() - 1);
        return Headings.of(to.east() - from.east(), to.north() - from.north());
    }

    private static Position between(Position a, Position b, double share) {
        return new Position(
                a.east() + (b.east() - a.east()) * share,
                a.north() + (b.north() - a.north()) * share,
                a.up() + (b.up() - a.up()) * share);
    }
}
