package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.Objects;

/**
 * A packet of the basic transport protocol (EN 302 636-5-1, clause 7): the payload of a GeoNetworking packet.
 *
 * @param header BTP-A or BTP-B; which one it is, only the common header of the surrounding packet says
 * @param data what is transported
 */
public record BtpPacket(BtpHeader header, Octets data) {
    static final String NAME = "BTP";

    public BtpPacket {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(data, "data");
    }

    /**
     * Decodes a packet.
     *
     * @param nextHeader the common header's: {@link CommonHeader#BTP_A} or {@link CommonHeader#BTP_B}
     * @throws CodecException when the packet is too short, or the next header is another one
     */
    public static BtpPacket decode(int nextHeader, Octets packet) throws CodecException {
        OctetFieldReader in = new OctetFieldReader(packet.toByteArray());
        try {
            return new BtpPacket(header(nextHeader, in), in.rest());
        } catch (CodecException e) {
            throw e.in(NAME);
        }
    }

    static BtpHeader header(int nextHeader, FieldReader in) throws CodecException {
        return switch (nextHeader) {
            case CommonHeader.BTP_A -> BtpHeader.A.decode(in);
            case CommonHeader.BTP_B -> BtpHeader.B.decode(in);
            default -> throw CodecException.because("next header " + nextHeader + " is not BTP (1 or 2)");
        };
    }

    /** The next header that announces this packet: {@link CommonHeader#BTP_A} or {@link CommonHeader#BTP_B}. */
    public int nextHeader() {
        return header instanceof BtpHeader.A ? CommonHeader.BTP_A : CommonHeader.BTP_B;
    }

    /**
     * Encodes the packet.
     *
     * @throws CodecException when a port is out of its range
     */
    public Octets encode() throws CodecException {
        OctetFieldWriter out = new OctetFieldWriter();
        try {
            encodeHeader(out);
            out.rest(data);
        } catch (CodecException e) {
            throw e.in(NAME);
        }
        return Octets.copyOf(out.toByteArray());
    }

    void encodeHeader(FieldWriter out) throws CodecException {
        if (header instanceof BtpHeader.A a) {
            a.encode(out);
        } else if (header instanceof BtpHeader.B b) {
            b.encode(out);
        }
    }
}
