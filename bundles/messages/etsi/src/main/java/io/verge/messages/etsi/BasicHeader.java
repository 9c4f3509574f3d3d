package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import java.util.Objects;

/**
 * The first four octets of every GeoNetworking packet (EN 302 636-4-1, clause 9.6). A router changes them on the
 * way, so they are outside what is signed.
 *
 * @param version protocol version: 1, or 0 in packets of edition 1.2.1
 * @param nextHeader what follows, 0..15: {@link #ANY}, {@link #COMMON} or {@link #SECURED}
 * @param reserved 0..255, sent as 0
 * @param lifetime how long the packet may stay in the network
 * @param remainingHopLimit hops that are left, 0..255
 */
public record BasicHeader(int version, int nextHeader, int reserved, Lifetime lifetime, int remainingHopLimit) {
    /** Next header: not specified. */
    public static final int ANY = 0;
    /** Next header: a common header. */
    public static final int COMMON = 1;
    /** Next header: a secured packet after IEEE 1609.2 and TS 103 097. */
    public static final int SECURED = 2;

    /** Number of octets. */
    public static final int LENGTH = 4;

    /** Highest protocol version whose layout is known. */
    static final int LATEST_VERSION = 1;

    public BasicHeader {
        Objects.requireNonNull(lifetime, "lifetime");
    }

    static BasicHeader decode(FieldReader in) throws CodecException {
        return new BasicHeader(
                (int) in.unsigned("version", 4, LATEST_VERSION),
                in.number("nextHeader", 4),
                in.reserved("reserved", 8),
                in.nested("lifetime", Lifetime::decode),
                in.number("remainingHopLimit", 8));
    }

    void encode(FieldWriter out) throws CodecException {
        out.unsigned("version", version, 4, LATEST_VERSION);
        out.unsigned("nextHeader", nextHeader, 4);
        out.reserved("reserved", reserved, 8);
        out.nested("lifetime", lifetime::encode);
        out.unsigned("remainingHopLimit", remainingHopLimit, 8);
    }
}
