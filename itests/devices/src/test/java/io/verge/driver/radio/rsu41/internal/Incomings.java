package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.message.MessageKind;
import java.nio.ByteBuffer;

/** What may come of a datagram. */
final class Incomings {
    private static final int HEAD = 3;
    private static final int LONG = 0x80;

    private Incomings() {}

    /** Fails unless it is refused, or a message that has room in a datagram of so many octets and holds together. */
    static void check(Incoming incoming, int octets) {
        if (incoming instanceof Incoming.Message message) {
            ByteBuffer payload = message.payload();
            assertThat(payload.remaining()).isBetween(1, octets);
            if (message.set().equals("sae")) {
                assertThat(payload.remaining()).isEqualTo(length(payload));
                assertThat(message.kind()).isEqualTo(MessageFrames.kind(payload));
            } else {
                assertThat(message.set()).isEqualTo("csae");
                assertThat(message.kind()).isIn((Object[]) MessageKind.values());
            }
        } else {
            assertThat(((Incoming.Refused) incoming).reason().counter()).startsWith("refused.");
        }
    }

    /** What a MessageFrame says of its own length. */
    private static int length(ByteBuffer frame) {
        int at = frame.position();
        int head = frame.get(at + 2) & 0xff;
        return head < LONG ? HEAD + head : HEAD + 1 + ((head & 0x3f) << 8 | (frame.get(at + HEAD) & 0xff));
    }
}
