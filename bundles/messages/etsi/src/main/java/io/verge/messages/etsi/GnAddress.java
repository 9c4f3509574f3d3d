package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.Objects;

/**
 * The address of a station in GeoNetworking (EN 302 636-4-1, clause 6.3).
 *
 * @param manual whether the address was configured by hand
 * @param stationType kind of station, 0..31, numbered as StationType of TS 102 894-2; 15 is a road-side unit
 * @param reserved 0..1023, sent as 0; the country code in packets of older editions
 * @param mid the link-layer address, 6 octets
 */
public record GnAddress(boolean manual, int stationType, int reserved, Octets mid) {
    private static final int MID_LENGTH = 6;

    public GnAddress {
        Objects.requireNonNull(mid, "mid");
    }

    static GnAddress decode(FieldReader in) throws CodecException {
        return new GnAddress(
                in.flag("manual"),
                in.number("stationType", 5),
                in.reserved("reserved", 10),
                in.octets("mid", MID_LENGTH));
    }

    void encode(FieldWriter out) throws CodecException {
        out.flag("manual", manual);
        out.unsigned("stationType", stationType, 5);
        out.reserved("reserved", reserved, 10);
        out.octets("mid", mid, MID_LENGTH);
    }
}
