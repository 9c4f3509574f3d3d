package io.verge.driver.corrections.ntrip.internal;

import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.Observation;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.itests.devices.Plausible;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A decoder that is watched: what it publishes is plausible. */
final class Source {
    /** The example of RTCM 10403: message 1005 of station 2003. */
    static final byte[] STATION = HexFormat.of().parseHex("d300133ed7d30202980edeef34b4bd62ac0941986f33360b98");

    private static final Arrival ARRIVAL = new Arrival(Instant.parse("2026-03-01T08:00:00.250Z"), 7);

    final Counters counters = new Counters();
    final List<CorrectionsReceived> messages = new ArrayList<>();
    final RtcmDecoder decoder = new RtcmDecoder("caster", counters);

    Source take(ByteBuffer piece) {
        decoder.decode(piece.duplicate(), ARRIVAL, this::published);
        return this;
    }

    Source take(byte[] piece) {
        return take(ByteBuffer.wrap(piece));
    }

    private void published(Observation observation) {
        Plausible.check(observation);
        messages.add((CorrectionsReceived) observation);
    }

    CorrectionsReceived last() {
        return messages.get(messages.size() - 1);
    }

    int octets() {
        return messages.stream().mapToInt(one -> one.message().remaining()).sum();
    }
}
