package io.verge.replay.internal;

import java.nio.ByteBuffer;

/**
 * UDP datagrams over IPv4 and Ethernet, from and to made-up addresses of the ranges that are kept free for documentation
 * (RFC 5737, RFC 6676, RFC 7042). Pure.
 */
final class Datagrams {
    /** The greatest payload of a UDP datagram over IPv4. */
    static final int MAX_PAYLOAD = 65_507;

    static final byte[] SOURCE_MAC = {0x00, 0x00, 0x5e, 0x00, 0x53, 0x01};

    private static final int ETHERNET_HEADER = 14;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    /** Of 233.252.0.1. */
    private static final byte[] DESTINATION_MAC = {0x01, 0x00, 0x5e, 0x7c, 0x00, 0x01};

    private static final short IPV4 = 0x0800;
    private static final short VERSION_AND_SERVICE = 0x4500;
    private static final short DO_NOT_FRAGMENT = 0x4000;
    private static final byte TIME_TO_LIVE = 1;
    private static final byte UDP = 17;
    /** 192.0.2.1, TEST-NET-1. */
    private static final int SOURCE = 0xc0_00_02_01;
    /** 233.252.0.1, MCAST-TEST-NET. */
    private static final int DESTINATION = 0xe9_fc_00_01;

    private static final int SOURCE_PORT = 1516;

    private Datagrams() {}

    /**
     * An Ethernet frame with one datagram.
     *
     * @param payload at most {@link #MAX_PAYLOAD} octets
     */
    static byte[] ethernet(int destinationPort, ByteBuffer payload) {
        int length = payload.remaining();
        if (length > MAX_PAYLOAD) {
            throw new IllegalArgumentException(length + " octets do not fit into a datagram");
        }
        ByteBuffer out = ByteBuffer.allocate(ETHERNET_HEADER + IP_HEADER + UDP_HEADER + length);
        out.put(DESTINATION_MAC).put(SOURCE_MAC).putShort(IPV4);
        out.putShort(VERSION_AND_SERVICE)
                .putShort((short) (IP_HEADER + UDP_HEADER + length))
                .putShort((short) 0)
                .putShort(DO_NOT_FRAGMENT)
                .put(TIME_TO_LIVE)
                .put(UDP)
                .putShort((short) 0)
                .putInt(SOURCE)
                .putInt(DESTINATION);
        out.putShort((short) SOURCE_PORT)
                .putShort((short) destinationPort)
                .putShort((short) (UDP_HEADER + length))
                .putShort((short) 0)
                .put(payload.duplicate());
        out.putShort(ETHERNET_HEADER + 10, (short) ~fold(sum(out, ETHERNET_HEADER, IP_HEADER)));
        out.putShort(ETHERNET_HEADER + IP_HEADER + 6, udpChecksum(out, UDP_HEADER + length));
        return out.array();
    }

    /** Over a pseudo header of addresses, protocol and length, and the datagram (RFC 768); 0 would mean "none". */
    private static short udpChecksum(ByteBuffer out, int length) {
        long pseudo = sum(out, ETHERNET_HEADER + 12, 8) + UDP + length;
        int checksum = ~fold(pseudo + sum(out, ETHERNET_HEADER + IP_HEADER, length)) & 0xffff;
        return (short) (checksum == 0 ? 0xffff : checksum);
    }

    private static long sum(ByteBuffer octets, int from, int length) {
        long sum = 0;
        for (int at = 0; at < length; at++) {
            int octet = octets.get(from + at) & 0xff;
            sum += at % 2 == 0 ? octet << 8 : octet;
        }
        return sum;
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }
}
