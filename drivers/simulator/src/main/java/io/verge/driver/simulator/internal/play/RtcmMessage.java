package io.verge.driver.simulator.internal.play;

import java.nio.ByteBuffer;

/**
 * Builds one RTCM 3 message, bit by bit: preamble D3, 6 bits of zero, 10 bits of length, content, 24 bits of checksum CRC-24Q (RTCM
 * 10403.3, 4).
 */
final class RtcmMessage {
    private static final int PREAMBLE = 0xD3;
    private static final int POLYNOMIAL = 0x1864CFB;
    private static final int MAX_CONTENT = 1023;

    private final byte[] content = new byte[MAX_CONTENT];
    private int bits;

    /** Appends the lowest bits of a value, the most significant first; of a negative one in two's complement. */
    RtcmMessage put(int width, long value) {
        for (int bit = width - 1; bit >= 0; bit--) {
            if ((value >> bit & 1) != 0) {
                content[bits / 8] |= (byte) (0x80 >> bits % 8);
            }
            bits++;
        }
        return this;
    }

    /** The message, from preamble to checksum. */
    ByteBuffer frame() {
        int length = (bits + 7) / 8;
        ByteBuffer frame = ByteBuffer.allocate(length + 6);
        frame.put((byte) PREAMBLE).putShort((short) length).put(content, 0, length);
        int checksum = crc24q(frame.array(), length + 3);
        frame.put((byte) (checksum >> 16)).putShort((short) checksum);
        return frame.flip();
    }

    /** Qualcomm's CRC of 24 bits, begun with 0. */
    static int crc24q(byte[] octets, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= (octets[i] & 0xFF) << 16;
            for (int bit = 0; bit < 8; bit++) {
                crc <<= 1;
                if ((crc & 0x1000000) != 0) {
                    crc ^= POLYNOMIAL;
                }
            }
        }
        return crc;
    }
}
