package io.verge.perception.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A street with things on it that go straight, and sensors that see them with errors. The same seed gives the same errors. */
final class Street {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** Goes straight from a place at the start. */
    record Thing(RoadUserType type, double east, double north, Velocity velocity) {
        double eastAt(double seconds) {
            return east + velocity.east() * seconds;
        }

        double northAt(double seconds) {
            return north + velocity.north() * seconds;
        }
    }

    private static final SensorError.Polar RADAR_ERROR = new SensorError.Polar(0.25, 0.4, 0.12);
    private static final SensorError.LineOfSight CAMERA_ERROR = new SensorError.LineOfSight(0.02, 0.006);

    private final Random random;

    Street(long seed) {
        random = new Random(seed);
    }

    static Instant at(double seconds) {
        return START.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    static Thing car(double east, double north, double ve, double vn) {
        return new Thing(RoadUserType.CAR, east, north, new Velocity(ve, vn));
    }

    static Thing walker(double east, double north, double ve, double vn) {
        return new Thing(RoadUserType.PEDESTRIAN, east, north, new Velocity(ve, vn));
    }

    /** Stands south-west of the origin and looks north-east, 120 degrees wide. */
    static Sensor radar() {
        return radar("radar", -30, -30, 45);
    }

    static Sensor radar(String id, double east, double north, double azimuth) {
        return new Sensor(id, SensorKind.RADAR, mount(east, north, azimuth), 120, 130, RADAR_ERROR);
    }

    /** Stands north-east of the origin and looks south-west, 120 degrees wide. */
    static Sensor camera() {
        return new Sensor("camera", SensorKind.CAMERA, mount(30, 30, 225), 120, 90, CAMERA_ERROR);
    }

    private static Mount mount(double east, double north, double azimuth) {
        return new Mount(new Position(east, north, 6), azimuth, 0);
    }

    /** What a radar sees of these, each once. */
    DetectionFrame look(Sensor sensor, double seconds, List<Thing> things) {
        List<Detection> detections = new ArrayList<>();
        for (Thing thing : things) {
            detections.add(
                    sensor.kind() == SensorKind.RADAR
                            ? reflection(sensor, thing, seconds, 0)
                            : object(sensor, thing, seconds));
        }
        return frame(sensor, seconds, detections);
    }

    static DetectionFrame frame(Sensor sensor, double seconds, List<Detection> detections) {
        return new DetectionFrame(sensor, at(seconds), Stamps.NONE, -1, detections);
    }

    /** A reflection of a body, so many metres ahead of its centre. */
    RadarDetection reflection(Sensor sensor, Thing thing, double seconds, double ahead) {
        double speed = Math.max(0.01, thing.velocity.speed());
        double de = thing.eastAt(seconds)
                + ahead * thing.velocity.east() / speed
                - sensor.mount().position().east();
        double dn = thing.northAt(seconds)
                + ahead * thing.velocity.north() / speed
                - sensor.mount().position().north();
        double range = Math.hypot(de, dn);
        double radial = (de * thing.velocity.east() + dn * thing.velocity.north()) / range;
        double azimuth = Headings.turn(sensor.mount().azimuth(), Headings.of(de, dn));
        return new RadarDetection(
                range + RADAR_ERROR.range() * random.nextGaussian(),
                azimuth + RADAR_ERROR.azimuth() * random.nextGaussian(),
                0,
                radial + RADAR_ERROR.radialSpeed() * random.nextGaussian(),
                10);
    }

    /** Clutter anywhere in the view of a radar. */
    RadarDetection clutter(Sensor sensor) {
        return new RadarDetection(
                5 + random.nextDouble() * (sensor.range() - 5),
                (random.nextDouble() - 0.5) * sensor.fieldOfView(),
                0,
                2 * random.nextGaussian(),
                -10);
    }

    private ObjectDetection object(Sensor sensor, Thing thing, double seconds) {
        double distance = Math.hypot(
                thing.eastAt(seconds) - sensor.mount().position().east(),
                thing.northAt(seconds) - sensor.mount().position().north());
        double error = 0.1 + distance * CAMERA_ERROR.across();
        Position position = new Position(
                thing.eastAt(seconds) + error * random.nextGaussian(),
                thing.northAt(seconds) + error * random.nextGaussian(),
                0);
        return new ObjectDetection(position, thing.type, 0.9, null, null, null);
    }
}
