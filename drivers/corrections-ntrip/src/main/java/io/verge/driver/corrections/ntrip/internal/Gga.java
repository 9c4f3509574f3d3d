package io.verge.driver.corrections.ntrip.internal;

import io.verge.api.geo.Wgs84;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where the box is, as a receiver would say it (NMEA 0183 GGA), for casters that make up a station near it. */
final class Gga {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss.SS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double TEN_THOUSANDTHS = 1e4;
    private static final long PER_DEGREE = 600_000;

    private Gga() {}

    /** With its checksum and line end; quality, satellites and dilution are those of a surveyed place. */
    static String sentence(Wgs84 position, Instant now) {
        String body = String.format(
                Locale.ROOT,
                "GPGGA,%s,%s,%s,%s,%s,1,12,0.8,%.1f,M,0.0,M,,",
                TIME.format(now),
                angle(position.latitude(), 2),
                position.latitude() < 0 ? "S" : "N",
                angle(position.longitude(), 3),
                position.longitude() < 0 ? "W" : "E",
                position.elevation());
        int sum = 0;
        for (byte octet : body.getBytes(StandardCharsets.US_ASCII)) {
            sum ^= octet;
        }
        return String.format(Locale.ROOT, "$%s*%02X\r\n", body, sum);
    }

    /** Degrees and minutes, {@code ddmm.mmmm}. */
    private static String angle(double degrees, int digits) {
        long units = Math.round(Math.abs(degrees) * 60 * TEN_THOUSANDTHS);
        return String.format(
                Locale.ROOT, "%0" + digits + "d%07.4f", units / PER_DEGREE, units % PER_DEGREE / TEN_THOUSANDTHS);
    }
}
