package io.verge.driver.radar.ti.internal;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Observation;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decoder with all that came out of it. */
final class Listening {
    static final Arrival ARRIVAL = new Arrival(Instant.parse("2026-03-01T08:00:00Z"), 7);

    final Counters counters = new Counters();
    final TlvDecoder decoder;
    final List<DetectionFrame> frames = new ArrayList<>();

    Listening() {
        this(TlvDecoder.Use.POINTS);
    }

    /** A radar 10 m east of the origin that looks east. */
    Listening(TlvDecoder.Use use) {
        Sensor sensor = new Sensor(
                "radar",
                SensorKind.RADAR,
                new Mount(new Position(10, 0, 5), 90, 0),
                120,
                70,
                new SensorError.Polar(0.4, 2, 0.3));
        decoder = new TlvDecoder(sensor, use, Duration.ofMillis(40), counters);
    }

    Listening take(byte... octets) {
        return take(octets, 0, octets.length);
    }

    Listening take(byte[] octets, int from, int to) {
        decoder.decode(ByteBuffer.wrap(octets, from, to - from), ARRIVAL, this::keep);
        return this;
    }

    private void keep(Observation observation) {
        frames.add((DetectionFrame) observation);
    }

    DetectionFrame only() {
        if (frames.size() != 1) {
            throw new AssertionError("one frame is expected: " + frames);
        }
        return frames.get(0);
    }

    List<Long> numbers() {
        return frames.stream().map(DetectionFrame::number).toList();
    }

    RadarDetection point(int frame, int index) {
        return (RadarDetection) frames.get(frame).detections().get(index);
    }

    long count(String counter) {
        return counters.counter(counter).get();
    }

    static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
