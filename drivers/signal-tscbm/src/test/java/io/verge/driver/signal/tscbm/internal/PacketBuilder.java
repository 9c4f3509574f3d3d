package io.verge.driver.signal.tscbm.internal;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A controller of the tests' own: all phases and overlaps dark, all times 0, at midnight, until told otherwise. */
final class PacketBuilder {
    private final ByteBuffer octets;

    PacketBuilder(int length) {
        octets = ByteBuffer.allocate(length);
        octets.put(0, (byte) 0xcd).put(1, (byte) 16);
        for (int block = 0; block < 16; block++) {
            octets.put(2 + 13 * block, (byte) (block + 1));
        }
    }

    static PacketBuilder packet() {
        return new PacketBuilder(245);
    }

    /** Two octets at this offset. */
    PacketBuilder two(int offset, int value) {
        octets.putShort(offset, (short) value);
        return this;
    }

    PacketBuilder one(int offset, int value) {
        octets.put(offset, (byte) value);
        return this;
    }

    /** Of phase or overlap 1 to 16: one of its six times, 0.1 s. */
    PacketBuilder time(int number, int index, int tenths) {
        return two(2 + 13 * (number - 1) + 1 + 2 * index, tenths);
    }

    byte[] octets() {
        return octets.array().clone();
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(octets.array());
    }
}
