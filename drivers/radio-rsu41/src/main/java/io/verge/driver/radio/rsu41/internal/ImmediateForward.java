package io.verge.driver.radio.rsu41.internal;

import java.nio.ByteBuffer;

/**
 * A message with what the radio needs to know to send it once, now (USDOT RSU 4.1, Immediate Forward).
 *
 * @param type of the message, such as {@code SPAT}
 * @param psid p-encoded, 32 bits without a sign; 0 when not said
 * @param channel a number, or {@code CCH} or {@code SCH}; empty when not said
 * @param txMode {@code CONT} or {@code ALT}; empty when not said
 * @param signature whether the radio is to sign
 * @param payload read-only; at least one octet
 */
record ImmediateForward(String type, int psid, String channel, String txMode, boolean signature, ByteBuffer payload) {
    ImmediateForward {
        payload = payload.asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer payload() {
        return payload.duplicate();
    }
}
