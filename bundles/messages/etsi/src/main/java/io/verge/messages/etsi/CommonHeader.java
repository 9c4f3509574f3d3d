package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import java.util.Objects;
import java.util.Optional;

/**
 * The eight octets that say what kind of packet it is (EN 302 636-4-1, clause 9.7).
 *
 * @param nextHeader what the payload is, 0..15: {@link #ANY}, {@link #BTP_A}, {@link #BTP_B} or {@link #IPV6}
 * @param reserved1 0..15, sent as 0
 * @param headerType kind of packet, 0..15, see {@link HeaderType}
 * @param headerSubtype variant of that kind, 0..15
 * @param trafficClass treatment by the lower layers
 * @param flags 0..255: 128 when the source is mobile, the other bits reserved
 * @param payloadLength octets behind the extended header, 0..65535
 * @param maximumHopLimit hops that the source permitted, 0..255
 * @param reserved2 0..255, sent as 0
 */
public record CommonHeader(
        int nextHeader,
        int reserved1,
        int headerType,
        int headerSubtype,
        TrafficClass trafficClass,
        int flags,
        int payloadLength,
        int maximumHopLimit,
        int reserved2) {
    /** Next header: not specified, as in beacons. */
    public static final int ANY = 0;
    /** Next header: BTP-A, for interactive transport. */
    public static final int BTP_A = 1;
    /** Next header: BTP-B, for messages that need no answer. */
    public static final int BTP_B = 2;
    /** Next header: IPv6. */
    public static final int IPV6 = 3;
    /** Flag: the source is mobile. */
    public static final int MOBILE = 0x80;

    /** Number of octets. */
    public static final int LENGTH = 8;

    public CommonHeader {
        Objects.requireNonNull(trafficClass, "trafficClass");
    }

    /**
     * A header with nothing in its reserved bits; the payload's length is set by
     * {@link GeoNetworkingPacket.Inner#of}.
     *
     * @param nextHeader what the payload is, 0..15
     * @param type kind of packet
     * @param trafficClass treatment by the lower layers
     * @param mobile whether the source is mobile
     * @param maximumHopLimit 0..255
     */
    public static CommonHeader of(
            int nextHeader, HeaderType type, TrafficClass trafficClass, boolean mobile, int maximumHopLimit) {
        int flags = mobile ? MOBILE : 0;
        return new CommonHeader(nextHeader, 0, type.type(), type.subtype(), trafficClass, flags, 0, maximumHopLimit, 0);
    }

    /** The kind of packet; empty when the layout of its extended header is not known. */
    public Optional<HeaderType> type() {
        return HeaderType.of(headerType, headerSubtype);
    }

    /** Whether the source is mobile. */
    public boolean mobile() {
        return (flags & MOBILE) != 0;
    }

    /** The same header for another payload. */
    public CommonHeader withPayloadLength(int octets) {
        return new CommonHeader(
                nextHeader,
                reserved1,
                headerType,
                headerSubtype,
                trafficClass,
                flags,
                octets,
                maximumHopLimit,
                reserved2);
    }

    static CommonHeader decode(FieldReader in) throws CodecException {
        return new CommonHeader(
                in.number("nextHeader", 4),
                in.reserved("reserved1", 4),
                in.number("headerType", 4),
                in.number("headerSubtype", 4),
                in.nested("trafficClass", TrafficClass::decode),
                in.number("flags", 8),
                in.length("payloadLength"),
                in.number("maximumHopLimit", 8),
                in.reserved("reserved2", 8));
    }

    void encode(FieldWriter out) throws CodecException {
        out.unsigned("nextHeader", nextHeader, 4);
        out.reserved("reserved1", reserved1, 4);
        out.unsigned("headerType", headerType, 4);
        out.unsigned("headerSubtype", headerSubtype, 4);
        out.nested("trafficClass", trafficClass::encode);
        out.unsigned("flags", flags, 8);
        out.length("payloadLength", payloadLength);
        out.unsigned("maximumHopLimit", maximumHopLimit, 8);
        out.reserved("reserved2", reserved2, 8);
    }
}
