package io.verge.replay.internal;

import io.verge.api.geo.Wgs84;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unsecured single-hop broadcasts of GeoNetworking (EN 302 636-4-1) with BTP-B (EN 302 636-5-1) over Ethernet, as a
 * road-side unit sends them. Pure.
 *
 * <table>
 * <caption>Layout behind the Ethernet header</caption>
 * <tr><td>basic header, 4</td><td>version 1, next header common; lifetime 1 s; one hop</td></tr>
 * <tr><td>common header, 8</td><td>next header BTP-B; SHB; traffic class 2; not mobile; payload length; one hop</td></tr>
 * <tr><td>position vector, 24</td><td>address, time, latitude, longitude, speed and heading 0</td></tr>
 * <tr><td>media dependent, 4</td><td>0</td></tr>
 * <tr><td>BTP-B, 4</td><td>destination port; port info 0</td></tr>
 * </table>
 */
final class GeoPackets {
    /** What a common header's payload length can say, without the BTP header. */
    static final int MAX_PAYLOAD = 65_531;

    private static final int HEADERS = 14 + 4 + 8 + 28 + 4;
    private static final int BTP_HEADER = 4;
    private static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};
    private static final short GEO_NETWORKING = (short) 0x8947;

    /** Version 1, next header 1 (common); reserved; multiplier 1 of base 1 s; one hop left. */
    private static final int BASIC = 0x11_00_05_01;
    /** Next header 2 (BTP-B); header type 5, subtype 0; traffic class 2; stationary. */
    private static final int COMMON = 0x20_50_02_00;

    private static final short ONE_HOP = 0x01_00;
    /** Set by hand, station type 15 (road-side unit); the link-layer address follows. */
    private static final short MANUAL_ROAD_SIDE_UNIT = (short) (0x8000 | (15 << 10));
    /** Position accuracy as required; speed and heading are 0. */
    private static final int ACCURATE = 0x8000_0000;

    private static final double TENTH_MICRODEGREE = 1e7;
    /** 2004-01-01T00:00Z. */
    private static final long EPOCH = 1_072_915_200_000L;
    /** From when on TAI was one second further ahead of UTC than in 2004; as of IERS Bulletin C 52, 2016. */
    private static final List<Instant> LEAP_SECONDS = List.of(
            Instant.parse("2006-01-01T00:00:00Z"),
            Instant.parse("2009-01-01T00:00:00Z"),
            Instant.parse("2012-07-01T00:00:00Z"),
            Instant.parse("2015-07-01T00:00:00Z"),
            Instant.parse("2017-01-01T00:00:00Z"));

    private GeoPackets() {}

    /**
     * An Ethernet frame with one packet.
     *
     * @param port the BTP destination port, 0 to 65535
     * @param time when the sender was where it is
     * @param place of the sender; null when not known, which is then said
     * @param payload at most {@link #MAX_PAYLOAD} octets
     */
    static byte[] ethernet(int port, Instant time, @Nullable Wgs84 place, ByteBuffer payload) {
        int length = payload.remaining();
        if (length > MAX_PAYLOAD) {
            throw new IllegalArgumentException(length + " octets do not fit into a packet");
        }
        ByteBuffer out = ByteBuffer.allocate(HEADERS + length);
        out.put(BROADCAST).put(Datagrams.SOURCE_MAC).putShort(GEO_NETWORKING);
        out.putInt(BASIC);
        out.putInt(COMMON).putShort((short) (BTP_HEADER + length)).putShort(ONE_HOP);
        out.putShort(MANUAL_ROAD_SIDE_UNIT).put(Datagrams.SOURCE_MAC).putInt((int) timestamp(time));
        out.putInt(place == null ? 0 : (int) Math.round(place.latitude() * TENTH_MICRODEGREE));
        out.putInt(place == null ? 0 : (int) Math.round(place.longitude() * TENTH_MICRODEGREE));
        out.putInt(place == null ? 0 : ACCURATE);
        out.putInt(0);
        out.putShort((short) port).putShort((short) 0);
        return out.put(payload.duplicate()).array();
    }

    /** Milliseconds of TAI since 2004, of which the packet carries the last 32 bits. */
    static long timestamp(Instant time) {
        long leaps = LEAP_SECONDS.stream().filter(each -> !time.isBefore(each)).count();
        return time.toEpochMilli() - EPOCH + 1_000 * leaps;
    }
}
