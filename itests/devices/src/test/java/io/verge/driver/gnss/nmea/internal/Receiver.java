package io.verge.driver.gnss.nmea.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.Observation;
import io.verge.api.observation.PositionFix;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.itests.devices.Plausible;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** A decoder that is watched: what it publishes is plausible, and what it says of its receiver fits on a terminal. */
final class Receiver {
    static final String FIX = sentence("GNGGA,080002.00,3030.0006,N,11418.0004,E,1,12,0.82,34.2,M,-13.5,M,,");
    static final String TIME = sentence("GPRMC,080002.00,A,3030.0006,N,11418.0004,E,0.02,,010326,,,A,V");
    static final String OTHER = sentence("GNGSA,A,3,05,13,15,18,23,24,,,,,,,1.52,0.82,1.29,1");

    private static final Arrival ARRIVAL = new Arrival(Instant.parse("2026-03-01T08:00:00.250Z"), 7);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    final Counters counters = new Counters();
    final List<PositionFix> fixes = new ArrayList<>();
    private final NmeaDecoder decoder = new NmeaDecoder("gnss", 5, counters);

    Receiver take(ByteBuffer piece) {
        decoder.decode(piece.duplicate(), ARRIVAL, this::published);
        return this;
    }

    Receiver take(byte[] piece) {
        return take(ByteBuffer.wrap(piece));
    }

    private void published(Observation observation) {
        Plausible.check(observation);
        fixes.add((PositionFix) observation);
    }

    void reset() {
        decoder.reset();
    }

    PositionFix last() {
        return fixes.get(fixes.size() - 1);
    }

    /** What came of sentences, apart from good times. */
    long sentences() {
        SortedMap<String, Long> counted = counters.snapshot();
        return fixes.size()
                + counted.values().stream().mapToLong(Long::longValue).sum();
    }

    void assertFactsAreFitForATerminal() {
        assertThat(decoder.facts()).hasSizeLessThan(10).allSatisfy((key, value) -> {
            assertThat(value).hasSizeLessThanOrEqualTo(NmeaDecoder.MAX_LINE);
            assertThat(CONTROL.matcher(value).find()).isFalse();
        });
    }

    /** With its checksum and the end of its line. */
    static String sentence(String body) {
        int sum = body.chars().reduce(0, (a, b) -> a ^ b);
        return "$%s*%02X\r\n".formatted(body, sum);
    }

    static byte[] octets(String... sentences) {
        return String.join("", sentences).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many sentences begin. */
    static long starts(byte[] octets) {
        long starts = 0;
        for (byte octet : octets) {
            starts += octet == '$' ? 1 : 0;
        }
        return starts;
    }
}
