package io.verge.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The smallest convex area around points. Immutable. */
final class Hull {
    record Point(double east, double north) {}

    /** Its corners, anticlockwise; fewer than three when it has no area. */
    private final List<Point> corners;

    /** Andrew's monotone chain. */
    Hull(List<Point> points) {
        List<Point> sorted = points.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Point::east).thenComparingDouble(Point::north))
                .toList();
        List<Point> chain = new ArrayList<>();
        sorted.forEach(point -> add(chain, point, 0));
        int lower = chain.size() - 1;
        for (int i = sorted.size() - 2; i >= 0; i--) {
            add(chain, sorted.get(i), Math.max(0, lower));
        }
        corners = chain.size() > 1 ? List.copyOf(chain.subList(0, chain.size() - 1)) : List.of();
    }

    private static void add(List<Point> chain, Point point, int fixed) {
        while (chain.size() >= fixed + 2
                && left(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point.east(), point.north()) <= 0) {
            chain.remove(chain.size() - 1);
        }
        chain.add(point);
    }

    boolean contains(double east, double north) {
        for (int i = 0; i < corners.size(); i++) {
            if (!(left(corners.get(i), corners.get((i + 1) % corners.size()), east, north) >= 0)) {
                return false;
            }
        }
        return corners.size() >= 3;
    }

    /** Greater than zero when the point is to the left of the line from a to b. */
    private static double left(Point a, Point b, double east, double north) {
        return (b.east - a.east) * (north - a.north) - (b.north - a.north) * (east - a.east);
    }
}
