package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.road.Velocity;
import io.verge.api.time.Stamps;
import io.verge.driver.simulator.internal.world.Body;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** A radar or camera of the simulator that gives its frames as the driver would, without a protocol between. */
public interface Eyes {
    DetectionFrame look(List<Body> bodies, Instant time);

    /** A radar like those of the demo. */
    static Eyes radar(Sensor sensor, RandomGenerator random) {
        View view = new View(sensor.mount(), sensor.fieldOfView(), sensor.range());
        RadarModel model = new RadarModel(view, random);
        return (bodies, time) -> frame(
                sensor, time, model.look(bodies).stream().map(Eyes::detection).toList());
    }

    /** A camera that tracks everyone, like one of the demo. */
    static Eyes camera(Sensor sensor, RandomGenerator random) {
        View view = new View(sensor.mount(), sensor.fieldOfView(), sensor.range());
        CameraModel model = new CameraModel(view, 0.15, 0.008, random);
        Mount level = new Mount(sensor.mount().position(), sensor.mount().azimuth(), 0);
        return (bodies, time) -> frame(
                sensor,
                time,
                model.look(bodies, body -> true, 20).stream()
                        .map(track -> detection(track, level))
                        .toList());
    }

    private static DetectionFrame frame(Sensor sensor, Instant time, List<Detection> detections) {
        return new DetectionFrame(sensor, time, Stamps.NONE, -1, detections);
    }

    private static Detection detection(Reflection point) {
        double level = Math.hypot(point.x(), point.y());
        return new RadarDetection(
                Math.hypot(level, point.z()),
                Math.toDegrees(Math.atan2(point.x(), point.y())),
                Math.toDegrees(Math.atan2(point.z(), level)),
                point.doppler(),
                point.snr());
    }

    private static Detection detection(CameraModel.Track track, Mount level) {
        Position place = level.toSite(track.right(), track.forward(), 0);
        return new ObjectDetection(
                new Position(place.east(), place.north(), 0),
                track.body().type(),
                0.95,
                new Velocity(track.body().east(), track.body().north()),
                null,
                String.valueOf(track.body().id()));
    }
}
