package io.verge.driver.radar.ti.internal;

import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Observation;
import io.verge.api.observation.Sensor;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The data link to frames: each good packet becomes one frame, also one in which the radar saw nothing. */
final class TlvDecoder implements Decoder {
    /** What of a packet becomes detections. */
    enum Use {
        /** Reflections, for a tracker on this box. */
        POINTS,
        /** What the tracker in the radar made of them. */
        TARGETS
    }

    private static final long NONE = -1;

    private final Sensor sensor;
    private final Use use;
    private final Duration latency;
    private final PacketFramer framer;
    private final PointReader points;
    private final TargetReader targets;
    private final Counters.Counter detected;
    private final Counters.Counter restarts;
    private final Counters.Counter gaps;
    private final Counters.Counter unknownTlvs;

    /** The number of the last good frame; kept over a lost connection, as the radar goes on counting. */
    private long lastNumber = NONE;

    /** Written by the device's thread, read by any. */
    private volatile @Nullable Health health;

    /**
     * A decoder of one radar.
     *
     * @param latency from the instant that a frame shows until its last octet is here
     */
    TlvDecoder(Sensor sensor, Use use, Duration latency, Counters counters) {
        this.sensor = sensor;
        this.use = use;
        this.latency = latency;
        framer = new PacketFramer(counters);
        points = new PointReader(counters);
        targets = new TargetReader(sensor.mount(), counters);
        detected = counters.counter("detections");
        restarts = counters.counter("restarts");
        gaps = counters.counter("gaps");
        unknownTlvs = counters.counter("unknownTlvs");
    }

    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        framer.take(octets, packet -> out.accept(frame(packet, arrival)));
    }

    @Override
    public void reset() {
        framer.reset();
    }

    /** What the radar says of itself; null before its first packet. Any thread. */
    @Nullable
    Health health() {
        return health;
    }

    /** The same for diagnostics. Any thread. */
    Map<String, String> facts() {
        Health now = health;
        return now == null ? Map.of() : now.facts();
    }

    /** How many octets wait for the rest of their packet. */
    int held() {
        return framer.held();
    }

    private DetectionFrame frame(Packet packet, Arrival arrival) {
        follow(packet.number());
        for (Tlv tlv : packet.tlvs()) {
            if (tlv.content() == Content.UNKNOWN) {
                unknownTlvs.increment();
            }
        }
        health = Health.of(packet, health);
        List<Detection> detections =
                switch (use) {
                    case POINTS -> points.read(packet);
                    case TARGETS -> targets.read(packet);
                };
        detected.add(detections.size());
        return new DetectionFrame(sensor, arrival.time().minus(latency), arrival.stamps(), packet.number(), detections);
    }

    /** The same number again is another sub-frame. */
    private void follow(long number) {
        if (lastNumber != NONE && number < lastNumber) {
            restarts.increment();
        } else if (lastNumber != NONE && number > lastNumber + 1) {
            gaps.add(number - lastNumber - 1);
        }
        lastNumber = number;
    }
}
