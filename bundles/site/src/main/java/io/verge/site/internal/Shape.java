package io.verge.site.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of points. */
public final class Shape {
    /** Metres: points nearer than this are one. */
    private static final double SAME = 0.05;

    private Shape() {}

    /** Without points that lie on their predecessors. */
    public static List<Position> distinct(List<Position> points) {
        List<Position> distinct = new ArrayList<>();
        for (Position point : points) {
            if (distinct.isEmpty() || distinct.get(distinct.size() - 1).distanceTo(point) > SAME) {
                distinct.add(point);
            }
        }
        return distinct;
    }

    public static List<Position> reversed(List<Position> points) {
        List<Position> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }

    /** What of a line is within so many metres of its beginning, along it. */
    public static List<Position> first(List<Position> points, double metres) {
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

    public static double length(List<Position> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).distanceTo(points.get(i));
        }
        return length;
    }

    /** The direction from a line's first point to what is so many metres from there. */
    public static double heading(List<Position> points, double metres) {
        List<Position> part = first(points, metres);
        Position from = part.get(0);
        Position to = part.get(part.size() - 1);
        return Headings.of(to.east() - from.east(), to.north() - from.north());
    }

    /** The distance of a point from a line, metres in the plane. */
    public static double distance(Position point, List<Position> line) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < line.size(); i++) {
            Position a = line.get(i - 1);
            Position b = line.get(i);
            double east = b.east() - a.east();
            double north = b.north() - a.north();
            double square = east * east + north * north;
            double along = ((point.east() - a.east()) * east + (point.north() - a.north()) * north) / square;
            double share = square == 0 ? 0 : Math.max(0, Math.min(1, along));
            least = Math.min(least, point.distanceTo(between(a, b, share)));
        }
        return least;
    }

    /** Whether two lines cross; touching is not crossing. */
    public static boolean cross(List<Position> one, List<Position> other) {
        for (int i = 1; i < one.size(); i++) {
            for (int j = 1; j < other.size(); j++) {
                if (cross(one.get(i - 1), one.get(i), other.get(j - 1), other.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean cross(Position a, Position b, Position c, Position d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    /** Positive when a point lies left of the way from a to b. */
    public static double side(Position a, Position b, Position point) {
        return (b.east() - a.east()) * (point.north() - a.north())
                - (b.north() - a.north()) * (point.east() - a.east());
    }

    /** A place between two others, at a share of 0 to 1 of the way. */
    public static Position between(Position a, Position b, double share) {
        return new Position(
                a.east() + (b.east() - a.east()) * share,
                a.north() + (b.north() - a.north()) * share,
                a.up() + (b.up() - a.up()) * share);
    }
}
