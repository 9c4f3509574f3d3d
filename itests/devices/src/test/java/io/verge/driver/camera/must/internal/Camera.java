package io.verge.driver.camera.must.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
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

/** A decoder that is watched: what it publishes is plausible, and of the time that it arrived. */
final class Camera {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Arrival ARRIVAL = new Arrival(NOW, 11);
    private static final Duration OFFSET = Duration.ofMillis(500);

    final Counters counters = new Counters();
    final List<DetectionFrame> frames = new ArrayList<>();
    private final MustDecoder decoder;

    Camera(boolean framePerDatagram) {
        Sensor sensor = new Sensor(
                "camera",
                SensorKind.CAMERA,
                new Mount(new Position(100, 50, 6), 30, -15),
                90,
                80,
                new SensorError.LineOfSight(0.03, 0.01));
        decoder = new MustDecoder(
                new MustDecoder.Settings(sensor, framePerDatagram, OFFSET, Duration.ofMillis(90)), counters);
    }

    Camera take(ByteBuffer datagram) {
        decoder.decode(datagram.duplicate(), ARRIVAL, this::published);
        return this;
    }

    Camera take(byte[] datagram) {
        return take(ByteBuffer.wrap(datagram));
    }

    private void published(Observation observation) {
        Plausible.check(observation);
        DetectionFrame frame = (DetectionFrame) observation;
        assertThat(frame.detections()).hasSizeBetween(1, MustDecoder.MAX_OBJECTS);
        assertThat(Duration.between(frame.sensedAt(), NOW).abs()).isLessThanOrEqualTo(OFFSET);
        frames.add(frame);
    }

    void reset() {
        decoder.reset();
    }

    DetectionFrame last() {
        return frames.get(frames.size() - 1);
    }

    long count(String counter) {
        return counters.counter(counter).get();
    }

    /** How many lines it has seen, by its own counters; only where each datagram is a frame. */
    long lines() {
        assertThat(count("badLines")).isEqualTo(count("badFields") + count("badNumbers") + count("implausible"));
        return count("detections") + count("badLines") + count("tooManyLines");
    }

    /** How many lines a datagram has, apart from blank ones. */
    static long lines(ByteBuffer datagram) {
        String text = StandardCharsets.UTF_8.decode(datagram.duplicate()).toString();
        long lines = 0;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '\n') {
                lines += text.substring(from, at).trim().isEmpty() ? 0 : 1;
                from = at + 1;
            }
        }
        return lines;
    }

    /** A line as the sensor writes it, so many milliseconds before it comes in. */
    static String line(String kind, int track, int millis) {
        long seen = NOW.toEpochMilli() - millis;
        return "%s,10.5,20,330,5,large,95.5,%d,%d.%03d\n".formatted(kind, track, seen / 1000, seen % 1000);
    }

    static byte[] datagram(String... lines) {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }
}
