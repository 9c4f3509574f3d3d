package io.verge.traffic;

import io.verge.api.geo.Headings;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;

/**
 * How far someone is beside the way that it follows, metre by metre: it sets out from where it is in the direction in which it goes,
 * and comes to where those who follow the way are. So the next second is what was measured, and what follows is the way, however
 * differently from the map's curve people turn. Mutable, made to be begun again and again; for one thread.
 */
final class Offset {
    /** From the middle of its lane one drives no farther for long, metres. */
    private static final double ON_LANE = 1.2;

    /** Who is farther away is back after so many metres, or at the end of the curve if that is farther. */
    private static final double BACK = 15;
    /** Whose velocity tells where it goes, m/s. */
    private static final double MOVES = 2;
    /** Nobody who follows a way goes farther away from it than so steeply, degrees. */
    private static final double STEEPEST = 35;

    private double start;
    private double slope;
    private double end;
    private double length;

    /**
     * @param along metres along the route's path
     * @param across metres to the right of it
     */
    void begin(RoadUser user, Route route, double along, double across) {
        // What a turn is driven beside its curve tells nothing of where on the lane behind it he will be.
        boolean turning = along > route.stopLine() && along < route.exit();
        start = across;
        end = turning ? 0 : Math.max(-ON_LANE, Math.min(ON_LANE, across));
        length = turning ? Math.max(BACK, route.exit() - along) : BACK;
        slope = slope(user.motion(), route.path().headingAt(along));
    }

    private static double slope(Motion motion, double path) {
        Velocity velocity = motion.velocity();
        if (!(velocity.speed() > MOVES)) {
            return 0;
        }
        double off = Headings.turn(path, velocity.heading());
        return Math.tan(Math.toRadians(Math.max(-STEEPEST, Math.min(STEEPEST, off))));
    }

    /** Metres to the right of the path, so many metres from where it began: a cubic that arrives without a kink. */
    double at(double way) {
        double t = Math.min(1, way / length);
        double rest = 1 - t;
        return rest * rest * ((1 + 2 * t) * start + t * length * slope) + t * t * (3 - 2 * t) * end;
    }

    /** Degrees by which it points to the right of the path there. */
    double turnAt(double way) {
        double t = way / length;
        if (t >= 1) {
            return 0;
        }
        double rise = 6 * t * (1 - t) * (end - start) / length + (1 - t) * (1 - 3 * t) * slope;
        return Math.toDegrees(Math.atan(rise));
    }
}
