package io.verge.messages.facilities.element;

import io.verge.api.geo.Covariance;
import io.verge.api.scene.Motion;

/** How wrong a speed may be, when the velocity and its error are known. */
public final class SpeedError {
    private SpeedError() {}

    /** The standard deviation of the speed, m/s: that of the velocity along its own direction. */
    public static double of(Motion motion) {
        double speed = motion.velocity().speed();
        Covariance error = motion.velocityError();
        if (speed == 0) {
            return error.semiMajor();
        }
        double east = motion.velocity().east() / speed;
        double north = motion.velocity().north() / speed;
        return Math.sqrt(east * east * error.ee() + 2 * east * north * error.en() + north * north * error.nn());
    }
}
