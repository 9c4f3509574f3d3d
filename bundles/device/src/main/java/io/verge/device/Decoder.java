package io.verge.device;

import io.verge.api.observation.Observation;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Octets to observations. Pure: no clock, no input or output, no logging. Bad octets are counted and passed over, never
 * thrown; what is kept between calls is at most one frame. Used by one thread.
 */
public interface Decoder {
    /**
     * Takes what has come in.
     *
     * @param octets of a stream, the next piece; of datagrams and messages, one whole. Valid during the call only
     * @param arrival when its last octet came in
     * @param out gets each observation that is complete now
     */
    void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out);

    /** Forgets a half-read frame: the connection is new. */
    default void reset() {}
}
