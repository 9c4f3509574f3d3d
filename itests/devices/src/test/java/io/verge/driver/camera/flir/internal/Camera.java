package io.verge.driver.camera.flir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Observation;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.itests.devices.Plausible;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decoder that is watched: what it publishes is plausible, and of the time that it arrived. */
final class Camera {
    static final SiteFrame SITE = new SiteFrame(new Wgs84(30.5, 114.3, 21));

    private static final Arrival ARRIVAL = new Arrival(Instant.parse("2026-03-01T08:00:00Z"), 11);
    private static final Duration OFFSET = Duration.ofMillis(500);

    final Counters counters = new Counters();
    private final FlirDecoder decoder;

    /** Placed by x and y without a frame, by latitude and longitude with one. */
    Camera(FlirDecoder.Angles angles, @Nullable SiteFrame geo) {
        Sensor sensor = new Sensor(
                "camera",
                SensorKind.CAMERA,
                new Mount(new Position(100, 0, 6), 90, -20),
                90,
                60,
                new SensorError.LineOfSight(0.01, 0.01));
        FlirDecoder.Settings settings = new FlirDecoder.Settings(sensor, angles, 0, geo, OFFSET, Duration.ofMillis(90));
        decoder = new FlirDecoder(settings, counters);
    }

    /** What becomes of a message. */
    List<DetectionFrame> frames(byte[] message) {
        List<DetectionFrame> frames = new ArrayList<>();
        decoder.decode(ByteBuffer.wrap(message), ARRIVAL, observation -> frames.add(checked(observation)));
        return frames;
    }

    private static DetectionFrame checked(Observation observation) {
        Plausible.check(observation);
        DetectionFrame frame = (DetectionFrame) observation;
        assertThat(frame.detections()).hasSizeLessThanOrEqualTo(FlirReader.MAX_TRACKS);
        assertThat(Duration.between(frame.sensedAt(), ARRIVAL.time()).abs()).isLessThanOrEqualTo(OFFSET);
        return frame;
    }

    long count(String counter) {
        return counters.counter(counter).get();
    }

    /** How many messages became no frame, by its own counters. */
    long refused() {
        return count("badMessages") + count("otherTypes");
    }

    /** How many tracks it has seen, by its own counters. */
    long tracks() {
        return count("detections") + count("implausible") + count("tooManyTracks");
    }

    static byte[] octets(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }

    /** A message with these tracks. */
    static String message(String... tracks) {
        return "{\"dataNumber\":\"199262\",\"messageType\":\"Data\",\"time\":\"2026-03-01T03:59:59.900-04:00\",\"track\":["
                + String.join(",", tracks) + "],\"type\":\"PedestrianPresenceTracking\"}";
    }

    /** A track as the camera writes it. */
    static String track(int id) {
        return "{\"angle\":\"255.00\",\"class\":\"Pedestrian\",\"iD\":\"" + id + "\",\"latitude\":\"30.50010000\","
                + "\"longitude\":\"114.30000000\",\"speed\":\"1.50\",\"x\":\"-2.0\",\"y\":\"20.0\"}";
    }
}
