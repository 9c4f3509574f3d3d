package io.verge.driver.corrections.ntrip.internal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** RTCM 3 messages to be read. */
final class Messages {
    /** The example of RTCM 10403: message 1005 of station 2003. */
    static final byte[] STATION = HexFormat.of().parseHex("d300133ed7d30202980edeef34b4bd62ac0941986f33360b98");

    private Messages() {}

    /** A message of this type with so many octets of content, the rest of which are 0xD3: false preambles. */
    static byte[] of(int type, int content) {
        byte[] octets = new byte[content + 6];
        Arrays.fill(octets, (byte) 0xD3);
        octets[1] = (byte) (content >> 8);
        octets[2] = (byte) content;
        if (content >= 2) {
            octets[3] = (byte) (type >> 4);
            octets[4] = (byte) (type << 4);
        }
        return summed(octets);
    }

    /** With its last three octets made the checksum of the others. */
    static byte[] summed(byte[] octets) {
        int crc = 0;
        for (int i = 0; i < octets.length - 3; i++) {
            crc ^= (octets[i] & 0xFF) << 16;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1) ^ ((crc & 0x800000) != 0 ? 0x1864CFB : 0);
            }
        }
        octets[octets.length - 3] = (byte) (crc >> 16);
        octets[octets.length - 2] = (byte) (crc >> 8);
        octets[octets.length - 1] = (byte) crc;
        return octets;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
