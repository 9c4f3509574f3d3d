package io.verge.benchmarks.agent;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The packets of all radars of the {@link Traffic} for one of its periods, radar after radar: out-of-box demo of the TI mmWave
 * SDK, with points (TLV 1) and what goes with them (TLV 7).
 */
final class RadarPackets {
    /** Packets of all radars together, 1/s. */
    static final int RATE = 20 * Traffic.RADARS;

    private static final long MAGIC = 0x0708_0506_0304_0102L;
    private static final int VERSION = 0x03050004;
    private static final int PLATFORM = 0x000A6843;
    private static final int HEADER = 40;
    private static final int NUMBER = 20;
    private static final int POINTS = 1;
    private static final int POINT = 16;
    private static final int SIDE_INFO = 7;
    private static final int SIDE = 4;
    private static final int PADDING = 32;

    private final List<ByteBuffer> packets = new ArrayList<>();

    RadarPackets() {
        SplittableRandom random = new SplittableRandom(417);
        for (int i = 0; i < RATE * Traffic.PERIOD; i++) {
            packets.add(packet(Traffic.look(Traffic.radar(i % Traffic.RADARS), (double) i / RATE, random)));
        }
    }

    /** The packet of this turn; radar {@code turn % RADARS} sends it. Valid until the same one is asked for again. */
    byte[] get(int turn) {
        return packets.get(turn % packets.size())
                .putInt(NUMBER, turn / Traffic.RADARS)
                .array();
    }

    private static ByteBuffer packet(List<Traffic.Echo> echoes) {
        int size = HEADER + 8 + POINT * echoes.size() + 8 + SIDE * echoes.size();
        int total = (size + PADDING - 1) / PADDING * PADDING;
        ByteBuffer packet = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        packet.putLong(MAGIC).putInt(VERSION).putInt(total).putInt(PLATFORM);
        packet.putInt(0).putInt(0).putInt(echoes.size()).putInt(2).putInt(0);
        packet.putInt(POINTS).putInt(POINT * echoes.size());
        for (Traffic.Echo echo : echoes) {
            packet.putFloat((float) echo.right()).putFloat((float) echo.forward());
            packet.putFloat(0).putFloat((float) echo.radialSpeed());
        }
        packet.putInt(SIDE_INFO).putInt(SIDE * echoes.size());
        for (int i = 0; i < echoes.size(); i++) {
            packet.putShort((short) 200).putShort((short) 100);
        }
        return packet;
    }
}
