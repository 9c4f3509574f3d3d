package io.verge.driver.simulator.internal.play;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A packet of the out-of-box demo of a TI mmWave radar (SDK 3), little-endian, padded to 32 octets:
 *
 * <pre>
 *   header 40: magic, version, length, platform, frame, cycles, points, TLVs, subframe
 *   TLV 1 points 16 each | TLV 7 strength 4 each | TLV 6 statistics 24 | TLV 9 temperatures 28
 * </pre>
 */
final class RadarPacket {
    private static final long MAGIC = 0x0708_0506_0304_0102L;
    private static final int VERSION = 0x0305_0004;
    private static final int PLATFORM = 0x000A_6843;
    private static final int HEADER = 40;
    private static final int TLV_HEADER = 8;
    private static final int PADDING = 32;
    private static final int STATISTICS = 24;
    private static final int TEMPERATURES = 28;
    private static final short NOISE = 500;
    private static final short DEGREES = 45;
    private static final int CYCLES_PER_MILLI = 600_000;

    private RadarPacket() {}

    /**
     * One frame.
     *
     * @param number counts up from 1
     * @param millis since the radar was started
     */
    static ByteBuffer of(int number, long millis, List<Reflection> points) {
        int tlvs = points.isEmpty() ? 3 : 4; // a real one leaves out TLV 7 when it has no points
        int content =
                HEADER + tlvs * TLV_HEADER + points.size() * (points.isEmpty() ? 16 : 20) + STATISTICS + TEMPERATURES;
        int length = (content + PADDING - 1) / PADDING * PADDING;
        ByteBuffer packet = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        packet.putLong(MAGIC).putInt(VERSION).putInt(length).putInt(PLATFORM).putInt(number);
        packet.putInt((int) (millis * CYCLES_PER_MILLI))
                .putInt(points.size())
                .putInt(tlvs)
                .putInt(0);
        tlv(packet, 1, 16 * points.size());
        for (Reflection point : points) {
            packet.putFloat((float) point.x()).putFloat((float) point.y());
            packet.putFloat((float) point.z()).putFloat((float) point.doppler());
        }
        if (!points.isEmpty()) {
            tlv(packet, 7, 4 * points.size());
            points.forEach(point -> packet.putShort((short) (10 * point.snr())).putShort(NOISE));
        }
        tlv(packet, 6, STATISTICS);
        packet.putInt(9_000).putInt(1_200).putInt(30_000).putInt(0).putInt(20).putInt(10);
        tlv(packet, 9, TEMPERATURES);
        packet.putInt(0).putInt((int) millis);
        for (int place = 0; place < 10; place++) {
            packet.putShort(DEGREES);
        }
        return packet.rewind();
    }

    private static void tlv(ByteBuffer packet, int type, int length) {
        packet.putInt(type).putInt(length);
    }
}
