package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import java.util.Objects;

/**
 * Where the source of a packet was, and how it moved (EN 302 636-4-1, clause 9.5.2).
 *
 * @param address the station
 * @param timestamp when, ms since 2004-01-01 00:00 TAI modulo 2^32: 0..4294967295
 * @param latitude WGS 84, 10^-7 degrees, any 32-bit number; beyond ±900000000 it is no place
 * @param longitude WGS 84, 10^-7 degrees, any 32-bit number; beyond ±1800000000 it is no place
 * @param accurate the position accuracy indicator
 * @param speed 0.01 m/s, -16384..16383, negative when driving backwards
 * @param heading 0.1 degrees clockwise from north, 0..65535; beyond 3600 it is no direction
 */
public record LongPositionVector(
        GnAddress address, long timestamp, int latitude, int longitude, boolean accurate, int speed, int heading) {

    public LongPositionVector {
        Objects.requireNonNull(address, "address");
    }

    static LongPositionVector decode(FieldReader in) throws CodecException {
        return new LongPositionVector(
                in.nested("address", GnAddress::decode),
                in.unsigned("timestamp", 32),
                in.signed("latitude", 32),
                in.signed("longitude", 32),
                in.flag("accurate"),
                in.signed("speed", 15),
                in.number("heading", 16));
    }

    void encode(FieldWriter out) throws CodecException {
        out.nested("address", address::encode);
        out.unsigned("timestamp", timestamp, 32);
        out.signed("latitude", latitude, 32);
        out.signed("longitude", longitude, 32);
        out.flag("accurate", accurate);
        out.signed("speed", speed, 15);
        out.unsigned("heading", heading, 16);
    }
}
