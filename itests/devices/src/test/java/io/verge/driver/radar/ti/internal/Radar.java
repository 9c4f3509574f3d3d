package io.verge.driver.radar.ti.internal;

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
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A decoder that is watched: what it publishes is plausible, and what it holds is at most one packet. */
final class Radar {
    private static final byte[] MAGIC = {2, 1, 4, 3, 6, 5, 8, 7};
    private static final Arrival ARRIVAL = new Arrival(Instant.parse("2026-03-01T08:00:00Z"), 11);
    private static final Sensor SENSOR = new Sensor(
            "radar",
            SensorKind.RADAR,
            new Mount(new Position(28, 28, 6), 225, -10),
            120,
            70,
            new SensorError.Polar(0.4, 2, 0.3));

    final Counters counters = new Counters();
    final List<DetectionFrame> frames = new ArrayList<>();
    private final TlvDecoder decoder;

    Radar(TlvDecoder.Use use) {
        decoder = new TlvDecoder(SENSOR, use, Duration.ofMillis(30), counters);
    }

    /** The next piece of the stream. */
    Radar take(ByteBuffer piece) {
        decoder.decode(piece.duplicate(), ARRIVAL, this::published);
        assertThat(decoder.held()).isBetween(0, PacketFramer.MAX_PACKET);
        return this;
    }

    Radar take(byte[] piece) {
        return take(ByteBuffer.wrap(piece));
    }

    private void published(Observation observation) {
        Plausible.check(observation);
        frames.add((DetectionFrame) observation);
    }

    void reset() {
        decoder.reset();
        assertThat(decoder.held()).isZero();
    }

    /** What it says of itself, for diagnostics. */
    Map<String, String> facts() {
        return decoder.facts();
    }

    DetectionFrame last() {
        return frames.get(frames.size() - 1);
    }

    /** Whether the rest of a packet is waited for. */
    boolean waits() {
        return decoder.held() >= MAGIC.length;
    }

    long count(String counter) {
        return counters.counter(counter).get();
    }

    /** A packet of the out-of-box demo with one point and one target. */
    static byte[] packet(int number) {
        int size = 40 + 8 + 16 + 8 + 112;
        int total = (size + 31) / 32 * 32;
        ByteBuffer packet = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        packet.put(MAGIC).putInt(0x0305_0004).putInt(total).putInt(0x000A_6843);
        packet.putInt(number).putInt(123_456).putInt(1).putInt(2).putInt(0);
        packet.putInt(1).putInt(16);
        packet.putFloat(1.5f).putFloat(20).putFloat(0.5f).putFloat(-3);
        packet.putInt(1010).putInt(112);
        packet.putInt(7).putFloat(1.5f).putFloat(20).putFloat(0.5f);
        packet.putFloat(0.1f).putFloat(-3).putFloat(0);
        return packet.array();
    }

    /** How many packets begin in these octets. */
    static int starts(byte[] octets) {
        int starts = 0;
        for (int at = 0; at + MAGIC.length <= octets.length; at++) {
            if (beginsAt(octets, at)) {
                starts++;
            }
        }
        return starts;
    }

    /** Whether a packet begins there. */
    static boolean beginsAt(byte[] octets, int at) {
        int end = at + MAGIC.length;
        return end <= octets.length && octets[at] == MAGIC[0] && Arrays.equals(octets, at, end, MAGIC, 0, MAGIC.length);
    }
}
