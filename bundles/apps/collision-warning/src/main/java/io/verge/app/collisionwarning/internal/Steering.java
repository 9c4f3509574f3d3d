package io.verge.app.collisionwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.api.scene.Motion;
import io.verge.traffic.Polyline;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import io.verge.traffic.RouteGuess.Option;

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
     * Whether one who seems to drive on may yet turn off the way: another way from its lane leads elsewhere, it is as slow as
     * drivers turn, and is not so far yet that its tyres would not hold. Maps draw curves earlier than many drive them.
     */
    boolean mayTurnOff(Motion motion, Option option) {
        for (Route other : net.routesFrom(option.route().from().id())) {
            if (other.to().id() != option.route().to().id() && reaches(motion, option, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reaches(Motion motion, Option option, Route other) {
        double speed = motion.velocity().speed();
        Polyline path = other.path();
        double out = path.headingAt(other.exit());
        double turn = Headings.turn(option.route().path().headingAt(option.along()), out);
        if (Math.abs(turn) < LEAST || Math.abs(turn) > MOST || speed * speed * other.curvature() > SIDEWAYS) {
            return false;
        }
        double direction = Math.toRadians(out);
        double east = path.eastAt(other.exit()) - motion.position().east();
        double north = path.northAt(other.exit()) - motion.position().north();
        double aside = east * Math.cos(direction) - north * Math.sin(direction);
        double angle = Math.toRadians(turn);
        return -aside / Math.sin(angle) >= speed * speed / GRIP * Math.tan(Math.abs(angle) / 2);
    }
}
