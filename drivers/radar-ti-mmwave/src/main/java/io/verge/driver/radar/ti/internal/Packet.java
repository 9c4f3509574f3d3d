package io.verge.driver.radar.ti.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A packet whose header and chain of TLVs hold together.
 *
 * @param octets of the packet, little-endian, from 0; valid only until the next packet is looked for
 * @param version of the SDK: major, minor, bug fix and build, an octet each
 * @param number of the frame, unsigned 32 bit
 * @param end of the last TLV: what follows in the packet is padding
 */
record Packet(ByteBuffer octets, HeaderForm form, int version, int platform, long number, List<Tlv> tlvs, int end) {
    /** Packets are padded to a multiple of this. */
    private static final int PADDING = 32;

    private static final List<HeaderForm> RARE = List.of(HeaderForm.DEMO_36, HeaderForm.DEMO_44);

    /**
     * Reads the packet.
     *
     * @param octets exactly as many as its header announces
     * @return null when it does not hold together
     */
    static @Nullable Packet read(ByteBuffer octets) {
        if (PacketStart.read(octets, 0).traffic()) {
            return checksumHolds(octets) ? walk(octets, HeaderForm.TRAFFIC_52) : null;
        }
        Packet usual = walk(octets, HeaderForm.DEMO_40);
        if (usual != null && usual.known()) {
            return usual;
        }
        for (HeaderForm form : RARE) {
            Packet packet = walk(octets, form);
            if (packet != null && packet.known()) {
                return packet;
            }
        }
        return usual;
    }

    /** A header of another length, taken for this one, shows types that there are not. */
    private boolean known() {
        return tlvs.stream().noneMatch(tlv -> tlv.content() == Content.UNKNOWN);
    }

    private static @Nullable Packet walk(ByteBuffer octets, HeaderForm form) {
        boolean traffic = form == HeaderForm.TRAFFIC_52;
        int total = octets.limit();
        if (total < form.size()) {
            return null;
        }
        long announced = traffic ? Short.toUnsignedLong(octets.getShort(48)) : unsigned(octets, 32);
        long objects = traffic ? 0 : unsigned(octets, 28);
        List<Tlv> tlvs = new ArrayList<>();
        int at = form.size();
        for (long i = 0; i < announced; i++) {
            if (total - at < 8) {
                return null;
            }
            long length = unsigned(octets, at + 4);
            int type = octets.getInt(at);
            Content content = Content.of(form, type);
            at += 8;
            if (type == 0 || length > total - at || !content.fits((int) length)) {
                return null;
            }
            if (content == Content.XYZ_POINTS && length != objects * 16) {
                return null;
            }
            tlvs.add(new Tlv(content, at, (int) length));
            at += (int) length;
        }
        if (total - at >= PADDING) {
            return null;
        }
        int platform = octets.getInt(traffic ? 12 : 16);
        long number = unsigned(octets, traffic ? 24 : 20);
        return new Packet(octets, form, octets.getInt(8), platform, number, tlvs, at);
    }

    /** The sum of all 16-bit words of the header with its carries is all ones: the last word is the complement. */
    private static boolean checksumHolds(ByteBuffer octets) {
        if (octets.limit() < HeaderForm.TRAFFIC_52.size()) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < HeaderForm.TRAFFIC_52.size(); at += 2) {
            sum += Short.toUnsignedInt(octets.getShort(at));
        }
        sum = (sum >> 16) + (sum & 0xFFFF);
        sum += sum >> 16;
        return (sum & 0xFFFF) == 0xFFFF;
    }

    private static long unsigned(ByteBuffer octets, int at) {
        return Integer.toUnsignedLong(octets.getInt(at));
    }
}
