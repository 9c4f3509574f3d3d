package io.verge.itests.messages;

import java.nio.ByteBuffer;

/**
 * Puts ETSI messages behind Ethernet, GeoNetworking (EN 302 636-4-1, version 1) and BTP-B (EN 302 636-5-1) headers:
 * written here once more, so that this test does not lean on what it tests.
 */
final class EtsiPackets {
    private static final int ETHER_TYPE = 0x8947;
    private static final int SINGLE_HOP_BROADCAST = 0x50;
    private static final int GEO_BROADCAST_CIRCLE = 0x40;
    private static final int BTP_B = 0x20;
    private static final int LATITUDE = 480_000_000;
    private static final int LONGITUDE = 110_000_000;

    private EtsiPackets() {}

    /** A packet for all neighbours. */
    static byte[] singleHop(int port, byte[] message) {
        byte[] packet = new byte[14 + 4 + 8 + 28 + 4 + message.length];
        ByteBuffer out = ByteBuffer.wrap(packet);
        headers(out, SINGLE_HOP_BROADCAST, 4 + message.length);
        source(out);
        out.putInt(0);
        payload(out, port, message);
        return packet;
    }

    /** A packet for all stations in a circle. */
    static byte[] inCircle(int port, byte[] message) {
        byte[] packet = new byte[14 + 4 + 8 + 44 + 4 + message.length];
        ByteBuffer out = ByteBuffer.wrap(packet);
        headers(out, GEO_BROADCAST_CIRCLE, 4 + message.length);
        out.putShort((short) 1).putShort((short) 0);
        source(out);
        out.putInt(LATITUDE).putInt(LONGITUDE);
        out.putShort((short) 500).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        payload(out, port, message);
        return packet;
    }

    private static void headers(ByteBuffer out, int type, int length) {
        out.putInt(-1).putShort((short) -1).putShort((short) 0x0200).putInt(1).putShort((short) ETHER_TYPE);
        byte hops = (byte) (type == SINGLE_HOP_BROADCAST ? 1 : 10);
        out.put((byte) 0x11).put((byte) 0).put((byte) 0x50).put(hops);
        out.put((byte) BTP_B).put((byte) type).put((byte) 2).put((byte) 0x80);
        out.putShort((short) length).put(hops).put((byte) 0);
    }

    /** The long position vector of the sender: address, time, position, speed, heading. */
    private static void source(ByteBuffer out) {
        out.putShort((short) 0x3C00).putShort((short) 0x0200).putInt(1);
        out.putInt(1_000_000).putInt(LATITUDE).putInt(LONGITUDE);
        out.putShort((short) 0x8000).putShort((short) 900);
    }

    private static void payload(ByteBuffer out, int port, byte[] message) {
        out.putShort((short) port).putShort((short) 0).put(message);
    }
}
