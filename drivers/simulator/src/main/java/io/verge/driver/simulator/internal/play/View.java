package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.Mount;

/**
 * What a sensor overlooks.
 *
 * @param fieldOfView full opening angle in the horizontal plane, degrees
 * @param range metres
 */
record View(Mount mount, double fieldOfView, double range) {
    /**
     * A place as the sensor sees it, metres.
     *
     * @param right of the boresight
     * @param forward along the boresight
     * @param up above the plane of the two
     */
    record Sight(double right, double forward, double up) {
        /** From the sensor, metres. */
        double range() {
            return Math.sqrt(right * right + forward * forward + up * up);
        }

        /** From the boresight, clockwise, degrees. */
        double azimuth() {
            return Math.toDegrees(Math.atan2(right, forward));
        }

        /** Above the boresight, degrees. */
        double elevation() {
            return Math.toDegrees(Math.atan2(up, Math.hypot(right, forward)));
        }
    }

    /** A place in the site frame, from the sensor's axes: the reverse of {@link Mount#toSite}. */
    Sight of(double east, double north, double up) {
        return turned(
                east - mount.position().east(),
                north - mount.position().north(),
                up - mount.position().up());
    }

    /** A direction or velocity in the sensor's axes: the reverse of {@link Mount#turn}. */
    Sight turned(double east, double north, double up) {
        double direction = Math.toRadians(mount.azimuth());
        double tilt = Math.toRadians(mount.tilt());
        double level = east * Math.sin(direction) + north * Math.cos(direction);
        return new Sight(
                east * Math.cos(direction) - north * Math.sin(direction),
                level * Math.cos(tilt) + up * Math.sin(tilt),
                up * Math.cos(tilt) - level * Math.sin(tilt));
    }

    boolean covers(Sight sight) {
        return sight.range() <= range && Math.abs(sight.azimuth()) <= fieldOfView / 2;
    }
}
