package io.verge.perception.internal;

import io.verge.api.geo.Position;
import io.verge.api.observation.Sensor;
import io.verge.api.road.SensorKind;

/** How likely a sensor sees a track: by its field of view, by what stands between, and by what its clutter filter takes. */
final class Visibility {
    /** Over this much the edge of the view fades, m and degrees. */
    private static final double EDGE_RANGE = 3;

    private static final double EDGE_ANGLE = 2;

    /** A radar's clutter filter takes what moves slower towards or from it, m/s. */
    private static final double SLOW = 0.25;

    /** No body stands wider across the line of sight, half of it in m. */
    private static final double WIDEST = 10;

    /** Something smaller than this part of a body's length does not hide it. */
    private static final double AS_BIG = 0.7;

    /** So far behind the other's end a body must be to be hidden, m. */
    private static final double BEHIND = 0.5;

    /** Of a sensor that does not state its range, m. */
    private static final double FARTHEST = 1000;

    private final Settings.Seen seen;
    private double east;
    private double north;
    private double azimuth;
    private double half;
    private double range;
    private boolean radar;

    /** What is not a sensor that looks: who sends nothing is there as well. */
    private boolean nobody;

    Visibility(Settings.Seen seen) {
        this.seen = seen;
    }

    /** Looks from this sensor from now on. */
    void from(Sensor sensor) {
        Position position = sensor.mount().position();
        east = position.east();
        north = position.north();
        azimuth = Math.toRadians(sensor.mount().azimuth());
        half = sensor.fieldOfView() > 0 ? Math.toRadians(Math.min(360, sensor.fieldOfView()) / 2) : Math.PI;
        range = sensor.range() > 0 ? Math.min(FARTHEST, sensor.range()) : FARTHEST;
        radar = sensor.kind() == SensorKind.RADAR;
        nobody = sensor.kind() == SensorKind.SELF_REPORT;
    }

    /** The area that the sensor watches, m². */
    double area() {
        return Math.max(100, half * range * range);
    }

    /** The probability that the sensor detects a track that nothing hides. */
    double of(Filter track) {
        double de = track.east - east;
        double dn = track.north - north;
        double distance = Math.sqrt(de * de + dn * dn);
        double inRange = clamp((range - distance) / EDGE_RANGE + 0.5);
        double inAngle = clamp((half - Math.abs(angleTo(de, dn))) / Math.toRadians(EDGE_ANGLE) + 0.5);
        if (nobody) {
            return 0;
        }
        double base = seen.camera();
        if (radar) {
            double radial = (track.ve * de + track.vn * dn) / Math.max(1, distance);
            base = Math.abs(radial) < SLOW ? seen.standing() : seen.radar();
        }
        return base * inRange * inAngle;
    }

    /** How much of that is left when others stand between: 1 or little. */
    double past(TrackSet tracks, int index) {
        Track track = tracks.get(index);
        double de = track.filter.east - east;
        double dn = track.filter.north - north;
        double distance = Math.max(1, Math.sqrt(de * de + dn * dn));
        for (int i = 0; i < tracks.size(); i++) {
            Track other = tracks.get(i);
            double oe = other.filter.east - east;
            double on = other.filter.north - north;
            double forward = (oe * de + on * dn) / distance;
            double aside = Math.abs(oe * dn - on * de) / distance;
            if (aside < WIDEST
                    && forward > 0
                    && i != index
                    && other.life == LifeCycle.CONFIRMED
                    && other.type.length() > AS_BIG * track.type.length()
                    && distance - forward > other.type.length() / 2 + BEHIND
                    && aside < width(other, oe, on, forward)) {
                return seen.hidden();
            }
        }
        return 1;
    }

    /** Half of how wide a body stands across the line of sight, m. */
    private static double width(Track track, double oe, double on, double distance) {
        double length = track.type.length();
        double across = length < 3 ? 0.4 : 1;
        double speed = track.filter.speed();
        if (speed < 0.5 || distance < 1) {
            return across;
        }
        double sine = Math.abs(track.filter.ve * on - track.filter.vn * oe) / (speed * distance);
        return Math.max(across, length / 2 * sine);
    }

    /** From the boresight, radians, −π to π. */
    private double angleTo(double de, double dn) {
        double angle = Math.atan2(de, dn) - azimuth;
        return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
