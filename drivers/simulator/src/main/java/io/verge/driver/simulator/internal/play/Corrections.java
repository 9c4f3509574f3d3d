package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.Wgs84;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * What a reference station at the crossing says: 1005, where its antenna is, and 1004, what it measures of GPS satellites on two
 * frequencies. The station is where the site is; the satellites are made up, so that nobody can mistake them for a sky.
 */
final class Corrections {
    private static final int STATION = 417;
    private static final int SATELLITES = 6;
    /** GPS time began here; it is ahead of UTC by the leap seconds since. */
    private static final Instant GPS_EPOCH = Instant.parse("1980-01-06T00:00:00Z");

    private static final long LEAP_MILLIS = 18_000;
    private static final long WEEK_MILLIS = Duration.ofDays(7).toMillis();

    private static final double MAJOR_AXIS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    /** Tenths of a millimetre in a metre. */
    private static final double UNITS = 1e4;

    private Corrections() {}

    /** 1005: the antenna's place, earth-centred, by tenths of a millimetre. */
    static ByteBuffer place(Wgs84 at) {
        double latitude = Math.toRadians(at.latitude());
        double longitude = Math.toRadians(at.longitude());
        double e2 = FLATTENING * (2 - FLATTENING);
        double n = MAJOR_AXIS / Math.sqrt(1 - e2 * Math.sin(latitude) * Math.sin(latitude));
        double level = (n + at.elevation()) * Math.cos(latitude);
        return new RtcmMessage()
                .put(12, 1005)
                .put(12, STATION)
                .put(6, 0)
                .put(4, 0b1000) // GPS, not GLONASS, not Galileo, a real station
                .put(38, Math.round(UNITS * level * Math.cos(longitude)))
                .put(2, 0)
                .put(38, Math.round(UNITS * level * Math.sin(longitude)))
                .put(2, 0)
                .put(38, Math.round(UNITS * (n * (1 - e2) + at.elevation()) * Math.sin(latitude)))
                .frame();
    }

    /** 1004: pseudoranges, phases and signal strengths of some satellites. */
    static ByteBuffer observations(Instant time) {
        long week = (Duration.between(GPS_EPOCH, time).toMillis() + LEAP_MILLIS) % WEEK_MILLIS;
        RtcmMessage message = new RtcmMessage()
                .put(12, 1004)
                .put(12, STATION)
                .put(30, week)
                .put(1, 0)
                .put(5, SATELLITES)
                .put(4, 0);
        for (int satellite = 1; satellite <= SATELLITES; satellite++) {
            long drift = week / 1000 * satellite % 1_000_000;
            message.put(6, 5L * satellite).put(1, 0).put(24, 1_000_000L * satellite + drift);
            message.put(20, 1_000L - satellite).put(7, 127).put(8, 70).put(8, 180);
            message.put(2, 0)
                    .put(14, -100L * satellite)
                    .put(20, 500)
                    .put(7, 127)
                    .put(8, 160);
        }
        return message.frame();
    }
}
