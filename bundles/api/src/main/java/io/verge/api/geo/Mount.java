package io.verge.api.geo;

/**
 * Where a sensor hangs and looks.
 *
 * @param position of the sensor, site frame
 * @param azimuth of the boresight, degrees clockwise from true north
 * @param tilt of the boresight above the horizon, degrees; negative looks down
 */
public record Mount(Position position, double azimuth, double tilt) {
    public Mount {
        if (!Double.isFinite(azimuth) || !(tilt >= -90 && tilt <= 90)) {
            throw new IllegalArgumentException(
                    "azimuth is finite and tilt -90 to 90 degrees: " + azimuth + ", " + tilt);
        }
        azimuth = Headings.normalize(azimuth);
    }

    /**
     * From the sensor's axes to the site frame.
     *
     * @param right metres to the right of the boresight, seen from the sensor
     * @param forward metres along the boresight
     * @param up metres above the plane of the two
     */
    public Position toSite(double right, double forward, double up) {
        double elevation = Math.toRadians(tilt);
        double level = forward * Math.cos(elevation) - up * Math.sin(elevation);
        double height = forward * Math.sin(elevation) + up * Math.cos(elevation);
        double direction = Math.toRadians(azimuth);
        return new Position(
                position.east() + level * Math.sin(direction) + right * Math.cos(direction),
                position.north() + level * Math.cos(direction) - right * Math.sin(direction),
                position.up() + height);
    }

    /** A velocity from the sensor's axes to the site frame, m/s; like {@link #toSite}, without the offset. */
    public Position turn(double right, double forward, double up) {
        Position moved = toSite(right, forward, up);
        return new Position(
                moved.east() - position.east(), moved.north() - position.north(), moved.up() - position.up());
    }
}
