package io.verge.messages.facilities;

import io.verge.api.geo.Position;
import java.util.ArrayList;
import java.util.List;

/** A line of points that must not be more than a message takes. */
public final class Line {
    private Line() {}

    /** The line with its first and last point and those between that shape it most. */
    public static List<Position> thinned(List<Position> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        List<Position> rest = new ArrayList<>(points);
        while (rest.size() > most) {
            rest.remove(leastNeeded(rest));
        }
        return rest;
    }

    /** The inner point that spans the smallest triangle with its neighbours. */
    private static int leastNeeded(List<Position> points) {
        int least = 1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size() - 1; i++) {
            double area = area(points.get(i - 1), points.get(i), points.get(i + 1));
            if (area < smallest) {
                smallest = area;
                least = i;
            }
        }
        return least;
    }

    private static double area(Position a, Position b, Position c) {
        double cross =
                (b.east() - a.east()) * (c.north() - a.north()) - (c.east() - a.east()) * (b.north() - a.north());
        return Math.abs(cross) / 2;
    }
}
