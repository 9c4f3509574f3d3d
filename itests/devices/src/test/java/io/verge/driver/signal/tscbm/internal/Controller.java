package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.Observation;
import io.verge.api.observation.SignalFrame;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.SignalGroups;
import io.verge.device.SignalHead;
import io.verge.itests.devices.Plausible;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A decoder of all that a controller can broadcast; what it publishes is plausible. */
final class Controller {
    private static final Arrival ARRIVAL = new Arrival(Instant.parse("2021-06-24T15:27:24.500Z"), 7);

    final Counters counters = new Counters();
    final List<SignalFrame> frames = new ArrayList<>();
    private final TscbmDecoder decoder = new TscbmDecoder("signal", sources(), 1_000, counters);

    /** Phase n is group n, overlap n is group 100 + n, and who walks with phase n is group 200 + n. */
    private static List<SignalGroups.Source> sources() {
        List<SignalGroups.Source> sources = new ArrayList<>();
        for (SignalHead head : List.of(SignalHead.VEHICLE, SignalHead.OVERLAP, SignalHead.PEDESTRIAN)) {
            int first = 100 * (sources.size() / Packet.BLOCKS);
            for (int number = 1; number <= Packet.BLOCKS; number++) {
                sources.add(new SignalGroups.Source(first + number, head, number));
            }
        }
        return sources;
    }

    Controller take(ByteBuffer datagram) {
        decoder.decode(datagram.duplicate(), ARRIVAL, this::published);
        return this;
    }

    Controller take(byte[] datagram) {
        return take(ByteBuffer.wrap(datagram));
    }

    private void published(Observation observation) {
        Plausible.check(observation);
        SignalFrame frame = (SignalFrame) observation;
        assertThat(frame.states()).hasSize(3 * Packet.BLOCKS);
        frames.add(frame);
    }

    void reset() {
        decoder.reset();
    }

    SignalFrame last() {
        return frames.get(frames.size() - 1);
    }

    Map<String, String> facts() {
        return decoder.facts();
    }

    /** How many datagrams became no frame, by its own counters. */
    long refused() {
        return List.of("badLength", "badStart", "badBlocks", "overtaken").stream()
                .mapToLong(name -> counters.counter(name).get())
                .sum();
    }

    /** A packet of the short form: phases 2 and 6 are green, all others red. */
    static byte[] packet(int sequence) {
        ByteBuffer packet =
                ByteBuffer.allocate(Packet.SHORT_FORM).put((byte) 0xcd).put((byte) Packet.BLOCKS);
        for (int number = 1; number <= Packet.BLOCKS; number++) {
            packet.put((byte) number).putInt(0x0032_0064).putInt(0x000a_ffff).putInt(0);
        }
        packet.putShort((short) ~0b0010_0010);
        packet.position(214).putShort((short) 0b0010_0010);
        packet.put(232, (byte) 0x20).put(235, (byte) sequence);
        return packet.array();
    }
}
