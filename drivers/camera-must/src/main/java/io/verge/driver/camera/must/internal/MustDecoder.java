package io.verge.driver.camera.must.internal;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.Observation;
import io.verge.api.observation.Sensor;
import io.verge.api.road.Velocity;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams to frames. The lines of one instant belong to one frame. By default a frame ends with its datagram, so nothing is
 * held back. Else it ends when a line of another instant comes, one period of the camera later; what is older by then is
 * dropped.
 */
final class MustDecoder implements Decoder {
    /** Objects of one frame, and lines of one datagram. */
    static final int MAX_OBJECTS = 500;

    /** Three periods of the camera at 30 frames a second. */
    static final Duration MAX_HOLD = Duration.ofMillis(100);

    /** As many as nanoseconds of 64 bits can say. */
    private static final double MAX_SECONDS = 9e9;

    private final Settings settings;
    private final Mount level;
    private final MustReader reader;
    private final Counters.Counter detected;
    private final Counters.Counter tooManyLines;
    private final Counters.Counter clockOffset;
    private final Counters.Counter late;
    private @Nullable Group held;

    /**
     * What the decoder is to know of its camera.
     *
     * @param framePerDatagram whether a frame ends with its datagram
     * @param maxClockOffset how far the sensor's clock may be off
     * @param latency from what the sensor saw until its datagram is here, when its clock is off farther
     */
    record Settings(Sensor sensor, boolean framePerDatagram, Duration maxClockOffset, Duration latency) {}

    /** Objects of one instant; first and last are when the first and the last datagram with them came. */
    private record Group(String time, Arrival first, Arrival last, List<MustObject> objects) {}

    MustDecoder(Settings settings, Counters counters) {
        this.settings = settings;
        Mount mount = settings.sensor().mount();
        // The sensor tells places on the ground, so its tilt is in them already.
        level = new Mount(mount.position(), mount.azimuth(), 0);
        reader = new MustReader(counters);
        detected = counters.counter("detections");
        tooManyLines = counters.counter("tooManyLines");
        clockOffset = counters.counter("clockOffset");
        late = counters.counter("late");
    }

    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        for (Map.Entry<String, List<MustObject>> instant : objects(octets).entrySet()) {
            Group group = new Group(instant.getKey(), arrival, arrival, instant.getValue());
            if (settings.framePerDatagram()) {
                out.accept(frame(group));
            } else {
                gather(group, out);
            }
        }
    }

    @Override
    public void reset() {
        held = null;
    }

    /** By instant, in the order of the datagram. */
    private Map<String, List<MustObject>> objects(ByteBuffer octets) {
        String text = StandardCharsets.UTF_8.decode(octets.duplicate()).toString();
        Map<String, List<MustObject>> instants = new LinkedHashMap<>();
        int lines = 0;
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).trim();
            at = end < 0 ? text.length() : end + 1;
            if (line.isEmpty()) {
                continue;
            }
            lines++;
            if (lines > MAX_OBJECTS) {
                tooManyLines.increment();
                continue;
            }
            MustObject object = reader.read(line);
            if (object != null) {
                instants.computeIfAbsent(object.time(), time -> new ArrayList<>())
                        .add(object);
            }
        }
        return instants;
    }

    private void gather(Group group, Consumer<? super Observation> out) {
        Group before = held;
        if (before == null || !before.time().equals(group.time())) {
            held = group;
            release(before, group.first(), out);
            return;
        }
        List<MustObject> together = new ArrayList<>(before.objects());
        for (MustObject object : group.objects()) {
            if (together.size() < MAX_OBJECTS) {
                together.add(object);
            } else {
                tooManyLines.increment();
            }
        }
        held = new Group(before.time(), before.first(), group.last(), together);
    }

    private void release(@Nullable Group group, Arrival now, Consumer<? super Observation> out) {
        if (group == null) {
            return;
        }
        if (now.nanos() - group.first().nanos() > MAX_HOLD.toNanos()) {
            late.increment();
            return;
        }
        out.accept(frame(group));
    }

    private DetectionFrame frame(Group group) {
        List<Detection> detections = new ArrayList<>();
        for (MustObject object : group.objects()) {
            detections.add(detection(object));
        }
        detected.add(detections.size());
        return new DetectionFrame(
                settings.sensor(),
                sensedAt(group.time(), group.first().time()),
                group.last().stamps(),
                -1,
                detections);
    }

    /** A time in whole seconds says no more than that the sensor does not tell the instant. */
    private Instant sensedAt(String time, Instant arrived) {
        double seconds = MustReader.number(time);
        if (time.contains(".") && Math.abs(seconds) < MAX_SECONDS) {
            Instant told = Instant.ofEpochSecond(0, Math.round(seconds * 1e6) * 1000);
            if (Duration.between(told, arrived).abs().compareTo(settings.maxClockOffset()) <= 0) {
                return told;
            }
        }
        clockOffset.increment();
        return arrived.minus(settings.latency());
    }

    private ObjectDetection detection(MustObject object) {
        Position moved = level.toSite(object.right(), object.forward(), 0);
        // On the unit circle of x (right) and y (forward) the direction is the heading less 270 degrees.
        double direction = Math.toRadians(object.heading() - 270);
        Position velocity = level.turn(object.speed() * Math.cos(direction), object.speed() * Math.sin(direction), 0);
        return new ObjectDetection(
                new Position(moved.east(), moved.north(), 0),
                object.type(),
                object.confidence(),
                new Velocity(velocity.east(), velocity.north()),
                object.size(),
                object.track());
    }
}
