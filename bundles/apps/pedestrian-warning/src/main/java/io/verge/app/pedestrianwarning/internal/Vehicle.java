package io.verge.app.pedestrianwarning.internal;

import io.verge.api.scene.RoadUser;
import io.verge.traffic.Aspect;
import io.verge.traffic.Bodies;
import io.verge.traffic.RedLights;
import io.verge.traffic.RouteGuess.Option;

/**
 * A vehicle on one of the ways that it may take.
 *
 * @param braking m/s², 0 when it does not
 * @param aspect of its signal when it arrives there
 */
record Vehicle(RoadUser user, Option option, double braking, Aspect aspect) {
    double speed() {
        return user.motion().velocity().speed();
    }

    /** Of its front, metres along its route. */
    double front() {
        return option.along() + Bodies.length(user) / 2;
    }

    double halfWidth() {
        return Bodies.width(user) / 2;
    }

    /** Whether it has to stop at a line that it comes to before so many metres along its route. */
    boolean stopsBefore(double along) {
        return aspect == Aspect.STOP
                && RedLights.toStopLine(user, option) > 0
                && option.route().stopLine() <= along;
    }
}
