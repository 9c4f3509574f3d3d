package io.verge.driver.radar.ti.internal;

import java.nio.ByteBuffer;

/**
 * The first words of a packet, as far as they tell its length and who sends it.
 *
 * @param traffic whether the header is that of the traffic monitoring lab
 * @param total length of the packet with header and padding, unsigned
 */
record PacketStart(boolean traffic, int version, int platform, long total) {
    /** Every packet begins with it. */
    static final int MAGIC_SIZE = 8;

    /** How many octets from the first of the packet are needed. */
    static final int SIZE = 24;

    private static final byte[] MAGIC = {2, 1, 4, 3, 6, 5, 8, 7};

    /** The upper half of all platform numbers, such as 0x000A6843. */
    private static final int FAMILY = 0x000A;

    static PacketStart read(ByteBuffer octets, int at) {
        boolean traffic = octets.getInt(at + 12) >>> 16 == FAMILY;
        int platform = octets.getInt(at + (traffic ? 12 : 16));
        long total = Integer.toUnsignedLong(octets.getInt(at + (traffic ? 20 : 12)));
        return new PacketStart(traffic, octets.getInt(at + 8), platform, total);
    }

    /** Whether a packet can be that long. */
    boolean possible(int greatest) {
        HeaderForm least = traffic ? HeaderForm.TRAFFIC_52 : HeaderForm.DEMO_36;
        return total >= least.size() && total <= greatest;
    }

    /**
     * Whether what follows a magic word inside this packet is the start of another one, so that this one was cut short.
     *
     * @param at where the magic word begins
     * @param limit where the packet ends; a start that it cuts off counts as one
     */
    boolean cutBy(ByteBuffer octets, int at, int limit, int greatest) {
        if (at + SIZE > limit) {
            return true;
        }
        PacketStart other = read(octets, at);
        return (other.version == version && other.platform == platform)
                || (other.possible(greatest) && other.platform >>> 16 == FAMILY);
    }

    /**
     * Where the magic word begins at or after a place.
     *
     * @return the place of a whole magic word, or of the beginning of one that the limit cuts off, or the limit
     */
    static int find(byte[] octets, int from, int limit) {
        for (int at = from; at < limit; at++) {
            if (octets[at] == MAGIC[0] && begins(octets, at, limit)) {
                return at;
            }
        }
        return limit;
    }

    private static boolean begins(byte[] octets, int at, int limit) {
        int there = Math.min(MAGIC_SIZE, limit - at);
        for (int i = 1; i < there; i++) {
            if (octets[at + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }
}
