package io.verge.perception.internal;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;

/**
 * The detections of one frame as measurements in the site frame. Knows how each kind of sensor errs: a polar sensor along range and
 * azimuth, a camera along and across its line of sight. Detections with impossible figures are left out and counted. Objects are
 * reused.
 */
final class Measurements {
    /** Farther away than any sensor of a crossing sees, m. */
    private static final double FARTHEST = 1000;

    /** Faster than anything on a road, m/s. */
    private static final double FASTEST = 120;

    /** Nearer to the sensor there is no line of sight, m. */
    private static final double TOUCHING = 0.01;

    /** No sensor is better than this, whatever its data sheet says. */
    private static final double BEST_RANGE = 0.1;

    private static final double BEST_ANGLE = 0.05;
    private static final double BEST_SPEED = 0.05;

    /** Of the velocity that a sensor's own tracker states, m/s. */
    private static final double VELOCITY_ERROR = 0.5;

    /** Radial speed of a sensor that does not state its error, m/s. */
    private static final double SPEED_ERROR = 0.25;

    private final Settings settings;
    private final Measurement[] items;
    private int size;
    private long refused;

    Measurements(Settings settings) {
        this.settings = settings;
        items = new Measurement[settings.maxDetections()];
        for (int i = 0; i < items.length; i++) {
            items[i] = new Measurement();
        }
    }

    int size() {
        return size;
    }

    Measurement get(int index) {
        return items[index];
    }

    /** Exchanges two places. */
    void swap(int one, int other) {
        Measurement m = items[one];
        items[one] = items[other];
        items[other] = m;
    }

    /** Drops all but the first ones. */
    void shorten(int newSize) {
        size = newSize;
    }

    /** Detections that were impossible, or more than fit. */
    long refused() {
        return refused;
    }

    void fill(DetectionFrame frame) {
        size = 0;
        for (Detection detection : frame.detections()) {
            if (size < items.length && fill(items[size], frame.sensor(), detection) && items[size].sound()) {
                size++;
            } else {
                refused++;
            }
        }
    }

    private boolean fill(Measurement m, Sensor sensor, Detection detection) {
        m.kind = sensor.kind();
        if (detection instanceof RadarDetection radar) {
            return reflection(m, sensor, radar);
        }
        return detection instanceof ObjectDetection object && object(m, sensor, object);
    }

    private boolean reflection(Measurement m, Sensor sensor, RadarDetection d) {
        if (!(d.range() >= 0 && d.range() <= FARTHEST)
                || !Double.isFinite(d.azimuth())
                || !(Math.abs(d.radialSpeed()) <= FASTEST)) {
            return false;
        }
        double elevation = Double.isFinite(d.elevation()) ? Math.toRadians(d.elevation()) : 0;
        double azimuth = Math.toRadians(d.azimuth());
        double level = d.range() * Math.cos(elevation);
        Mount mount = sensor.mount();
        Position at =
                mount.toSite(level * Math.sin(azimuth), level * Math.cos(azimuth), d.range() * Math.sin(elevation));
        place(m, sensor, at.east(), at.north());
        m.reflection = true;
        m.strength = d.strength();
        double error = sensor.error() instanceof SensorError.Polar polar ? polar.radialSpeed() : SPEED_ERROR;
        error = atLeast(BEST_SPEED, error);
        double flat = Math.cos(elevation + Math.toRadians(mount.tilt()));
        m.radial(
                d.radialSpeed() / Math.max(0.5, flat),
                error * error,
                mount.position().east(),
                mount.position().north());
        return true;
    }

    private boolean object(Measurement m, Sensor sensor, ObjectDetection d) {
        Position from = sensor.mount().position();
        double east = d.position().east();
        double north = d.position().north();
        if (!(Math.hypot(east - from.east(), north - from.north()) <= FARTHEST)) {
            return false;
        }
        place(m, sensor, east, north);
        m.type = d.type();
        m.confidence = d.confidence() >= 0 && d.confidence() <= 1 ? d.confidence() : 0.5;
        m.size = d.size();
        m.name = m.kind == SensorKind.SELF_REPORT ? d.trackId() : null;
        if (d.velocity() != null && d.velocity().speed() <= FASTEST) {
            m.ve = d.velocity().east();
            m.vn = d.velocity().north();
            m.velocityVariance = VELOCITY_ERROR * VELOCITY_ERROR;
        }
        return true;
    }

    /** Sets the position and its error, which lies along and across the line from the sensor. */
    private void place(Measurement m, Sensor sensor, double east, double north) {
        double de = east - sensor.mount().position().east();
        double dn = north - sensor.mount().position().north();
        double apart = Math.sqrt(de * de + dn * dn);
        double distance = Math.max(1, apart);
        double along;
        double across;
        SensorError error = sensor.error();
        if (error instanceof SensorError.Polar polar) {
            along = atLeast(BEST_RANGE, polar.range());
            across = distance * Math.toRadians(atLeast(BEST_ANGLE, polar.azimuth()));
        } else if (error instanceof SensorError.LineOfSight sight) {
            along = settings.noise().cameraAlong() + distance * atLeast(0, sight.along());
            across = settings.noise().cameraAcross() + distance * atLeast(0, sight.across());
        } else {
            throw new IllegalStateException("unknown kind of error: " + error);
        }
        double ue = apart < TOUCHING ? 0 : de / apart;
        double un = apart < TOUCHING ? 1 : dn / apart;
        double aa = Math.max(BEST_RANGE * BEST_RANGE, along * along);
        double cc = Math.max(BEST_RANGE * BEST_RANGE, across * across);
        if (error instanceof SensorError.LineOfSight) {
            double less = settings.noise().cameraRound() * (aa - cc) / 2;
            aa -= less;
            cc += less;
        }
        m.position(east, north, aa * ue * ue + cc * un * un, (aa - cc) * ue * un, aa * un * un + cc * ue * ue);
    }

    private static double atLeast(double least, double value) {
        return value > least && value < FARTHEST ? value : least;
    }
}
