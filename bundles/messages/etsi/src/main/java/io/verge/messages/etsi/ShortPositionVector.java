package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import java.util.Objects;

/**
 * Where the destination of a packet is (EN 302 636-4-1, clause 9.5.3).
 *
 * @param address the station
 * @param timestamp when, ms since 2004-01-01 00:00 TAI modulo 2^32: 0..4294967295
 * @param latitude WGS 84, 10^-7 degrees, any 32-bit number; beyond ±900000000 it is no place
 * @param longitude WGS 84, 10^-7 degrees, any 32-bit number; beyond ±1800000000 it is no place
 */
public record ShortPositionVector(GnAddress address, long timestamp, int latitude, int longitude) {

    public ShortPositionVector {
        Objects.requireNonNull(address, "address");
    }

    static ShortPositionVector decode(FieldReader in) throws CodecException {
        return new ShortPositionVector(
                in.nested("address", GnAddress::decode),
                in.unsigned("timestamp", 32),
                in.signed("latitude", 32),
                in.signed("longitude", 32));
    }

    void encode(FieldWriter out) throws CodecException {
        out.nested("address", address::encode);
        out.unsigned("timestamp", timestamp, 32);
        out.signed("latitude", latitude, 32);
        out.signed("longitude", longitude, 32);
    }
}
