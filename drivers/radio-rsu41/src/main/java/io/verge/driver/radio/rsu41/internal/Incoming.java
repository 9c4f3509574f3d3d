package io.verge.driver.radio.rsu41.internal;

import io.verge.api.message.MessageKind;
import java.nio.ByteBuffer;

/** What a datagram that came in turned out to be. */
sealed interface Incoming {
    /**
     * A message.
     *
     * @param set the message set, as a guess
     * @param psid p-encoded; 0 when not known
     */
    record Message(String set, MessageKind kind, int psid, ByteBuffer payload) implements Incoming {}

    /** Nothing that can be used. */
    record Refused(Refusal reason) implements Incoming {}
}
