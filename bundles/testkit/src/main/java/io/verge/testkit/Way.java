package io.verge.testkit;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.site.Lane;
import java.util.ArrayList;
import java.util.List;

/** A line on the ground that someone moves along. */
final class Way {
    private static final int CURVE_STEPS = 24;
    /** Of the straight distance between two lanes, how far the curve keeps to the direction of each. */
    private static final double REACH = 0.45;

    private final List<Position> points;
    private final double[] along;

    private Way(List<Position> points) {
        this.points = List.copyOf(points);
        along = new double[points.size()];
        for (int i = 1; i < along.length; i++) {
            along[i] = along[i - 1] + points.get(i - 1).distanceTo(points.get(i));
        }
    }

    static Way of(List<Position> points) {
        return new Way(points);
    }

    /** Along one lane, over the crossing in a curve, along the other. */
    static Way over(Lane from, Lane to) {
        List<Position> points = new ArrayList<>(from.centreLine());
        Position start = points.get(points.size() - 1);
        Position end = to.centreLine().get(0);
        double reach = REACH * start.distanceTo(end);
        Position first = beyond(points.get(points.size() - 2), start, reach);
        Position second = beyond(to.centreLine().get(1), end, reach);
        for (int i = 1; i < CURVE_STEPS; i++) {
            points.add(bezier(start, first, second, end, (double) i / CURVE_STEPS));
        }
        points.addAll(to.centreLine());
        return new Way(points);
    }

    private static Position beyond(Position before, Position end, double reach) {
        double length = before.distanceTo(end);
        return new Position(
                end.east() + (end.east() - before.east()) / length * reach,
                end.north() + (end.north() - before.north()) / length * reach,
                end.up());
    }

    private static Position bezier(Position a, Position b, Position c, Position d, double t) {
        double s = 1 - t;
        double wa = s * s * s;
        double wb = 3 * s * s * t;
        double wc = 3 * s * t * t;
        double wd = t * t * t;
        return new Position(
                wa * a.east() + wb * b.east() + wc * c.east() + wd * d.east(),
                wa * a.north() + wb * b.north() + wc * c.north() + wd * d.north(),
                a.up());
    }

    double length() {
        return along[along.length - 1];
    }

    /** So many metres along it and to its right; straight on beyond its ends. */
    Position at(double metres, double right) {
        int i = piece(metres);
        Position a = points.get(i);
        Position b = points.get(i + 1);
        double length = along[i + 1] - along[i];
        double t = (metres - along[i]) / length;
        double east = b.east() - a.east();
        double north = b.north() - a.north();
        return new Position(
                a.east() + t * east + right * north / length,
                a.north() + t * north - right * east / length,
                a.up());
    }

    /** Degrees clockwise from north. */
    double heading(double metres) {
        Position a = points.get(piece(metres));
        Position b = points.get(piece(metres) + 1);
        return Headings.of(b.east() - a.east(), b.north() - a.north());
    }

    private int piece(double metres) {
        int i = 0;
        while (i < along.length - 2 && metres > along[i + 1]) {
            i++;
        }
        return i;
    }
}
