package io.verge.app.collisionwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.api.scene.Motion;
import io.verge.traffic.Polyline;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import io.verge.traffic.RouteGuess.Option;
import java.util.List;

/** What a body on wheels can do: it turns by rolling, and only as far as its tyres hold. */
final class Steering {
    /** Nothing that drives turns its middle in a smaller circle, metres: bicycles need this, cars more than twice as much. */
    private static final double TIGHTEST = 1.5;
    /** Sideways that tyres hold, m/s². */
    private static final double GRIP = 8;
    /** With which drivers take a curve at most, m/s². */
    private static final double SIDEWAYS = 4;
    /** Turn rates come from looks over about so long, seconds: the error of a direction is divided by it. */
    private static final double LOOKS = 0.5;
    /** Slower than this the direction of a velocity is nothing but its error, m/s. */
    private static final double STANDING = 0.5;
    /** Less is no turn, and more is one back; degrees. */
    private static final double LEAST = 30;

    private static final double MOST = 150;
    /** Lanes for cars are twice as wide, metres. */
    private static final double HALF_LANE = 1.75;

    private final RoadNet net;

    Steering(RoadNet net) {
        this.net = net;
    }

    /**
     * Whether a body can turn so while it goes as fast as measured. What cannot is no motion of a body: a track that is drawn
     * aside by reflections of one who passes.
     *
     * @param rate degrees a second; NaN when unknown, which nothing speaks against
     */
    static boolean possible(Motion motion, double rate) {
        double speed = motion.velocity().speed();
        if (speed < STANDING || Double.isNaN(rate)) {
            return true;
        }
        double error = motion.velocityError().semiMajor() / speed / LOOKS;
        double fastest = Math.min(speed / TIGHTEST, GRIP / speed);
        return Math.abs(Math.toRadians(rate)) <= fastest + error;
    }

    /**
     * Whether one who seems to drive on may yet turn off the way: another way from the lane that it is on, or straight ahead of,
     * leads elsewhere, it is as slow as drivers turn, and is not so far yet that its tyres would not hold. Maps draw curves
     * earlier than many drive them.
     */
    boolean mayTurnOff(Motion motion, Option option) {
        List<Route> routes = net.routes();
        for (int i = 0; i < routes.size(); i++) {
            Route other = routes.get(i);
            if (other.to().id() != option.route().to().id()
                    && (other.from().id() == option.route().from().id() || ahead(motion, option, other))
                    && reaches(motion, option, other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is straight ahead of the lane that the other way comes from, and points as that lane does. */
    private static boolean ahead(Motion motion, Option option, Route other) {
        Polyline path = other.path();
        double in = path.headingAt(Math.nextDown(other.stopLine()));
        double off = Headings.turn(in, option.route().path().headingAt(option.along()));
        return Math.abs(off) < LEAST && Math.abs(aside(motion, path, other.stopLine(), in)) < HALF_LANE;
    }

    /** Metres to the right, seen along a heading, from someone to the line through a place of a path. */
    private static double aside(Motion motion, Polyline path, double along, double heading) {
        double direction = Math.toRadians(heading);
        double east = path.eastAt(along) - motion.position().east();
        double north = path.northAt(along) - motion.position().north();
        return east * Math.cos(direction) - north * Math.sin(direction);
    }

    private static boolean reaches(Motion motion, Option option, Route other) {
        double speed = motion.velocity().speed();
        Polyline path = other.path();
        double out = path.headingAt(other.exit());
        double turn = Headings.turn(option.route().path().headingAt(option.along()), out);
        if (Math.abs(turn) < LEAST || Math.abs(turn) > MOST || speed * speed * other.curvature() > SIDEWAYS) {
            return false;
        }
        double angle = Math.toRadians(turn);
        double left = -aside(motion, path, other.exit(), out) / Math.sin(angle);
        return left >= speed * speed / GRIP * Math.tan(Math.abs(angle) / 2);
    }
}
