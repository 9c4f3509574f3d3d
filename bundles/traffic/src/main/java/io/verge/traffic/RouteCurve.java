package io.verge.traffic;

import io.verge.api.geo.Headings;
import io.verge.api.site.Connection;

/** Draws the way between the end of one lane and the beginning of another. */
final class RouteCurve {
    /** Nearer than this the lanes touch, metres. */
    private static final double TOUCH = 0.01;

    private RouteCurve() {}

    static Route route(LaneLine from, Connection connection, LaneLine to) {
        Polyline path = between(from.line(), to.line());
        double exit = path.length() - to.line().length();
        return new Route(from.lane(), connection, to.lane(), path, from.line().length(), exit);
    }

    private static Polyline between(Polyline from, Polyline to) {
        double gap = Math.hypot(to.east(0) - endEast(from), to.north(0) - endNorth(from));
        return gap < TOUCH ? from.then(to) : from.then(curve(from, to, gap)).then(to);
    }

    /**
     * A cubic Bézier curve that leaves in the direction of the one and arrives in that of the other, a point a metre. Its handles
     * are those with which it follows a circle when the turn is one.
     */
    private static Polyline curve(Polyline from, Polyline to, double gap) {
        double out = Math.toRadians(from.headingAt(from.length()));
        double in = Math.toRadians(to.headingAt(0));
        double turn = Math.toRadians(Math.abs(Headings.turn(Math.toDegrees(out), Math.toDegrees(in))));
        double handle = gap / (3 * Math.pow(Math.cos(turn / 4), 2));
        double[] e = {endEast(from), 0, 0, to.east(0)};
        double[] n = {endNorth(from), 0, 0, to.north(0)};
        e[1] = e[0] + handle * Math.sin(out);
        n[1] = n[0] + handle * Math.cos(out);
        e[2] = e[3] - handle * Math.sin(in);
        n[2] = n[3] - handle * Math.cos(in);
        // No curve is longer than the lines between its handles.
        int steps = (int) Math.ceil(2 * handle + Math.hypot(e[2] - e[1], n[2] - n[1])) + 1;
        double[] east = new double[steps + 1];
        double[] north = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            east[i] = bezier(e, (double) i / steps);
            north[i] = bezier(n, (double) i / steps);
        }
        return Polyline.of(east, north);
    }

    private static double bezier(double[] p, double t) {
        double s = 1 - t;
        return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
    }

    private static double endEast(Polyline line) {
        return line.east(line.points() - 1);
    }

    private static double endNorth(Polyline line) {
        return line.north(line.points() - 1);
    }
}
