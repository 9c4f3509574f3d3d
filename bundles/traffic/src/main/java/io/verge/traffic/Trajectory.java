package io.verge.traffic;

import io.verge.api.geo.Headings;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;

/**
 * Where someone may be in the next seconds: a sample every {@link #STEP}, the first at once. Mutable and made to be filled again
 * and again; for one thread.
 */
public final class Trajectory {
    /** Between samples, seconds. */
    public static final double STEP = 0.1;

    /** Slower than this nobody's velocity says where he points, m/s. */
    private static final double STANDING = 0.3;

    /** Turning less than this is driving straight on, radians a second. */
    private static final double STRAIGHT = 1e-4;

    private final double[] east;
    private final double[] north;
    private final double[] heading;
    private final Offset offset = new Offset();
    private double length;
    private double width;
    private double minEast;
    private double maxEast;
    private double minNorth;
    private double maxNorth;
    /** The longest way between two samples, metres, squared. */
    private double longest;

    /**
     * @param steps how far it looks ahead: 50 are 5 s
     */
    public Trajectory(int steps) {
        east = new double[steps + 1];
        north = new double[steps + 1];
        heading = new double[steps + 1];
    }

    /** How many samples there are: one more than steps. */
    public int size() {
        return east.length;
    }

    /** Of the body's centre, metres. */
    public double east(int sample) {
        return east[sample];
    }

    /** Of the body's centre, metres. */
    public double north(int sample) {
        return north[sample];
    }

    /** Where the body points, degrees clockwise from north. */
    public double heading(int sample) {
        return heading[sample];
    }

    /** Of the body, metres. */
    public double length() {
        return length;
    }

    /** Of the body, metres. */
    public double width() {
        return width;
    }

    /** With constant velocity. */
    public void straight(RoadUser user) {
        turning(user, 0);
    }

    /**
     * With constant speed and turn rate: its velocity and its body turn alike.
     *
     * @param yawRate degrees a second, clockwise; 0 when it is not finite
     */
    public void turning(RoadUser user, double yawRate) {
        begin(user);
        Motion motion = user.motion();
        Velocity velocity = motion.velocity();
        double rate = Double.isFinite(yawRate) ? Math.toRadians(yawRate) : 0;
        double pointing = pointing(motion);
        for (int i = 0; i < east.length; i++) {
            double t = i * STEP;
            // How far it comes in the direction in which it sets out, and to the right of it, by metre a second of
            // speed.
            boolean straight = Math.abs(rate) < STRAIGHT;
            double ahead = straight ? t : Math.sin(rate * t) / rate;
            double aside = straight ? 0 : (1 - Math.cos(rate * t)) / rate;
            set(
                    i,
                    motion.position().east() + ahead * velocity.east() + aside * velocity.north(),
                    motion.position().north() + ahead * velocity.north() - aside * velocity.east(),
                    Headings.normalize(pointing + Math.toDegrees(rate * t)));
        }
    }

    /**
     * Along a route, setting out as it goes now and keeping the distance from the middle of a lane; who is beside the lane, as
     * where drivers turn more sharply than the map has it, comes back to it.
     *
     * @param along metres along the route's path where it is now
     * @param across metres to the right of the path
     * @param acceleration m/s²; when less than zero it stops and stays
     * @param maxSpeed m/s, up to which it accelerates; when it is faster already it keeps its speed
     */
    public void along(RoadUser user, Route route, double along, double across, double acceleration, double maxSpeed) {
        begin(user);
        double speed = user.motion().velocity().speed();
        double most = Math.max(speed, maxSpeed);
        double way = along;
        offset.begin(user, route, along, across);
        Polyline path = route.path();
        int segment = path.segment(along);
        for (int i = 0; i < east.length; i++) {
            segment = path.segmentAfter(segment, way);
            double to = path.heading(segment);
            double radians = Math.toRadians(to);
            double aside = offset.at(way - along);
            set(
                    i,
                    path.eastOn(segment, way) + aside * Math.cos(radians),
                    path.northOn(segment, way) - aside * Math.sin(radians),
                    Headings.normalize(to + offset.turnAt(way - along)));
            way += way(speed, acceleration, most);
            speed = Math.max(0, Math.min(most, speed + acceleration * STEP));
        }
    }

    /** How far it comes in one step, metres: accelerating until it stands or is as fast as it may be. */
    private static double way(double speed, double acceleration, double most) {
        double last = Math.max(0, Math.min(most, speed + acceleration * STEP));
        double t = acceleration == 0 ? STEP : Math.min(STEP, (last - speed) / acceleration);
        return (speed + last) / 2 * t + last * (STEP - t);
    }

    /** Whether it comes as near to another as this, as far as the boxes around both tell; false when one has no place. */
    boolean near(Trajectory other, double distance) {
        return minEast - other.maxEast <= distance
                && other.minEast - maxEast <= distance
                && minNorth - other.maxNorth <= distance
                && other.minNorth - maxNorth <= distance;
    }

    /** The longest way between two samples, metres. */
    double longestStep() {
        return Math.sqrt(longest);
    }

    private void begin(RoadUser user) {
        length = Bodies.length(user);
        width = Bodies.width(user);
        minEast = Double.POSITIVE_INFINITY;
        minNorth = Double.POSITIVE_INFINITY;
        maxEast = Double.NEGATIVE_INFINITY;
        maxNorth = Double.NEGATIVE_INFINITY;
        longest = 0;
    }

    private void set(int sample, double e, double n, double h) {
        east[sample] = e;
        north[sample] = n;
        heading[sample] = h;
        if (sample > 0) {
            double toEast = e - east[sample - 1];
            double toNorth = n - north[sample - 1];
            longest = Math.max(longest, toEast * toEast + toNorth * toNorth);
        }
        minEast = Math.min(minEast, e);
        maxEast = Math.max(maxEast, e);
        minNorth = Math.min(minNorth, n);
        maxNorth = Math.max(maxNorth, n);
    }

    /** Where the body points: as the tracker says, else where it goes, else north. */
    private static double pointing(Motion motion) {
        if (Double.isFinite(motion.heading())) {
            return motion.heading();
        }
        return motion.velocity().speed() > STANDING ? motion.velocity().heading() : 0;
    }
}
