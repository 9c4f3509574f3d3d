package io.verge.driver.corrections.ntrip.internal;

/** The checksum of RTCM 3 (Qualcomm's CRC-24Q): polynomial 0x1864CFB, begins at 0, nothing reflected. */
final class Crc24q {
    private static final int POLYNOMIAL = 0x1864CFB;
    private static final int TOP = 0x1000000;
    private static final int MASK = 0xFFFFFF;
    private static final int[] TABLE = table();

    private Crc24q() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int octet = 0; octet < table.length; octet++) {
            int crc = octet << 16;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc <<= 1;
                if ((crc & TOP) != 0) {
                    crc ^= POLYNOMIAL;
                }
            }
            table[octet] = crc & MASK;
        }
        return table;
    }

    /** Of so many octets. */
    static int of(byte[] octets, int from, int length) {
        int crc = 0;
        for (int i = from; i < from + length; i++) {
            crc = ((crc << 8) & MASK) ^ TABLE[((crc >> 16) ^ octets[i]) & 0xFF];
        }
        return crc;
    }
}
