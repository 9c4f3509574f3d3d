package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;

/**
 * How a packet is treated by the lower layers (EN 302 636-4-1, clause 9.7.5).
 *
 * @param storeCarryForward whether it is kept while no neighbour can take it on
 * @param channelOffload whether it may be sent on another channel
 * @param id priority, 0 (highest) to 63; mapped to an access category by the access layer's standard
 */
public record TrafficClass(boolean storeCarryForward, boolean channelOffload, int id) {

    static TrafficClass decode(FieldReader in) throws CodecException {
        return new TrafficClass(in.flag("storeCarryForward"), in.flag("channelOffload"), in.number("id", 6));
    }

    void encode(FieldWriter out) throws CodecException {
        out.flag("storeCarryForward", storeCarryForward);
        out.flag("channelOffload", channelOffload);
        out.unsigned("id", id, 6);
    }
}
