package io.verge.driver.gnss.nmea.internal;

import io.verge.api.observation.PositionFix;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decoder with all that came out of it. */
final class Heard {
    static final Arrival ARRIVAL = new Arrival(Instant.parse("2026-03-01T08:00:00.250Z"), 7);

    final Counters counters = new Counters();
    final NmeaDecoder decoder = new NmeaDecoder("gnss", 5, counters);
    final List<PositionFix> fixes = new ArrayList<>();

    Heard take(String text) {
        return take(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Heard take(byte... octets) {
        decoder.decode(ByteBuffer.wrap(octets), ARRIVAL, seen -> fixes.add((PositionFix) seen));
        return this;
    }

    PositionFix only() {
        if (fixes.size() != 1) {
            throw new AssertionError("one fix is expected: " + fixes);
        }
        return fixes.get(0);
    }

    long count(String counter) {
        return counters.counter(counter).get();
    }

    /** With its checksum and line end. */
    static String sentence(String body) {
        int sum = body.chars().reduce(0, (a, b) -> a ^ b);
        return "$%s*%02X\r\n".formatted(body, sum);
    }
}
