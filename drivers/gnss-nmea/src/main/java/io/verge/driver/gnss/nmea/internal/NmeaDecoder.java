package io.verge.driver.gnss.nmea.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.Observation;
import io.verge.api.observation.PositionFix;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * NMEA 0183 sentences to positions of the box.
 *
 * <pre>
 *  kind  fields that are read                                              becomes
 *  GGA   2-5 place, 6 quality, 7 satellites, 8 HDOP, 9 and 11 height       PositionFix, facts
 *  RMC   1 and 9 UTC, 2 whether it is valid                                facts
 * </pre>
 *
 * A sentence that is none is counted with its reason and left out.
 */
final class NmeaDecoder implements Decoder {
    /** Octets; the standard allows 82, some receivers send more. */
    static final int MAX_LINE = 128;

    /** GPS, several systems, GLONASS, Galileo, BeiDou under its two names. */
    private static final Set<String> TALKERS = Set.of("GP", "GN", "GL", "GA", "GB", "BD");

    /** By GGA's field 6: what made the fix. The last three did not measure. */
    private static final List<String> QUALITIES = List.of(
            "none",
            "standalone",
            "differential",
            "precise",
            "RTK fixed",
            "RTK float",
            "estimated",
            "manual",
            "simulated");

    private static final int FIRST_FIX = 1;
    private static final int LAST_FIX = 5;

    private final String device;
    private final double uere;
    private final Counters.Counter badChecksum;
    private final Counters.Counter badSentences;
    private final Counters.Counter unknownSentences;
    private final Counters.Counter noFix;

    /** Written by the device's thread, read by any. */
    private final Map<String, String> facts = new ConcurrentHashMap<>();

    private final byte[] line = new byte[MAX_LINE];
    /** Octets of the sentence so far; 0 outside a sentence. */
    private int length;

    /**
     * A decoder of one receiver.
     *
     * @param uere 1-sigma error of the distance to one satellite, metres
     */
    NmeaDecoder(String device, double uere, Counters counters) {
        this.device = device;
        this.uere = uere;
        badChecksum = counters.counter("badChecksum");
        badSentences = counters.counter("badSentences");
        unknownSentences = counters.counter("unknownSentences");
        noFix = counters.counter("noFix");
    }

    /** Puts sentences together. What is between them, such as a receiver's binary messages, is passed over. */
    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        while (octets.hasRemaining()) {
            byte octet = octets.get();
            if (octet == '$') {
                giveUp();
                line[length++] = octet;
            } else if (length > 0 && (octet == '\r' || octet == '\n')) {
                String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
                length = 0;
                read(text, arrival, out);
            } else if (length == MAX_LINE) {
                giveUp();
            } else if (length > 0) {
                line[length++] = octet;
            }
        }
    }

    @Override
    public void reset() {
        length = 0;
    }

    /** What the receiver says of itself. Any thread. */
    Map<String, String> facts() {
        return facts;
    }

    /** The sentence that has begun, if any, has no end. */
    private void giveUp() {
        if (length > 0) {
            badSentences.increment();
        }
        length = 0;
    }

    private void read(String text, Arrival arrival, Consumer<? super Observation> out) {
        Sentence sentence = Sentence.parse(text);
        if (sentence == null) {
            badChecksum.increment();
            return;
        }
        String kind = TALKERS.contains(sentence.talker()) ? sentence.kind() : "";
        switch (kind) {
            case "GGA" -> position(sentence, arrival, out);
            case "RMC" -> time(sentence, arrival);
            default -> unknownSentences.increment();
        }
    }

    private void position(Sentence gga, Arrival arrival, Consumer<? super Observation> out) {
        int quality = gga.digit(6);
        if (gga.size() < 15 || quality < 0 || quality >= QUALITIES.size()) {
            badSentences.increment();
            return;
        }
        facts.put("fix", QUALITIES.get(quality));
        facts.put("satellites", shown(gga, 7));
        facts.put("hdop", shown(gga, 8));
        if (quality < FIRST_FIX || quality > LAST_FIX || gga.text(9).isEmpty()) {
            noFix.increment();
            return;
        }
        Wgs84 place = place(gga);
        if (place == null) {
            badSentences.increment();
            return;
        }
        out.accept(new PositionFix(device, arrival.time(), arrival.stamps(), place, error(gga)));
    }

    /** A number as it is written; empty when it is none: other octets could be anything and are not for a terminal. */
    private static String shown(Sentence gga, int field) {
        return Double.isNaN(gga.number(field)) ? "" : gga.text(field);
    }

    /** Null when a field is not what it should be. */
    private static @Nullable Wgs84 place(Sentence gga) {
        double latitude = gga.degrees(2, Sentence.Axis.LATITUDE);
        double longitude = gga.degrees(4, Sentence.Axis.LONGITUDE);
        double height = gga.number(9);
        // A receiver that does not know the geoid leaves its height out; the elevation is then above the sea.
        double geoid = gga.text(11).isEmpty() ? 0 : gga.number(11);
        boolean whole = Double.isFinite(latitude + longitude + height + geoid);
        return whole ? new Wgs84(latitude, longitude, height + geoid) : null;
    }

    /** NaN when the receiver does not say how the satellites stand. */
    private double error(Sentence gga) {
        double hdop = gga.number(8);
        return hdop > 0 ? hdop * uere : Double.NaN;
    }

    private void time(Sentence rmc, Arrival arrival) {
        if (rmc.text(2).equals("V")) {
            facts.remove("utc");
            facts.remove("clockOffset");
            return;
        }
        Instant utc = rmc.time(9, 1);
        if (utc == null || !rmc.text(2).equals("A")) {
            badSentences.increment();
            return;
        }
        facts.put("utc", utc.toString());
        facts.put("clockOffset", Duration.between(utc, arrival.time()).toMillis() + " ms");
    }
}
