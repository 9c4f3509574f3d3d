package io.verge.driver.signal.tscbm.internal;

import io.verge.api.observation.SignalFrame;
import io.verge.api.signal.SignalState;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.SignalGroups;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decoder and what came out of it. */
final class Decoding {
    /** Of the recorded packets 0 and 1: 11:27:24.5, in a time zone of whole hours. */
    static final Instant NOW = Instant.parse("2021-06-24T15:27:24.500Z");

    final Counters counters = new Counters();
    final List<SignalFrame> frames = new ArrayList<>();
    final TscbmDecoder decoder;

    Decoding(Settings settings) {
        decoder = new TscbmDecoder(
                "signal",
                SignalGroups.of(settings.groups(), settings.overlaps(), settings.pedestrians()),
                settings.maxClockOffset(),
                counters);
    }

    Decoding give(byte[] packet) {
        decoder.decode(
                ByteBuffer.wrap(packet), new Arrival(NOW, 7), observation -> frames.add((SignalFrame) observation));
        return this;
    }

    Decoding give(PacketBuilder packet) {
        return give(packet.octets());
    }

    SignalFrame last() {
        return frames.get(frames.size() - 1);
    }

    SignalState group(int group) {
        return last().states().stream()
                .filter(state -> state.group() == group)
                .findFirst()
                .orElseThrow();
    }

    long count(String counter) {
        return counters.counter(counter).get();
    }
}
