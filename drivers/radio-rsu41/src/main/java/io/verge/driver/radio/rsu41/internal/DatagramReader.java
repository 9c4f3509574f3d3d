package io.verge.driver.radio.rsu41.internal;

import io.verge.api.message.MessageKind;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A datagram from the radio to a message: text, or octets with or without headers. Pure. */
final class DatagramReader {
    private final Psids psids;

    DatagramReader(Psids psids) {
        this.psids = psids;
    }

    Incoming read(ByteBuffer datagram) {
        Optional<ForwardReader> text = ForwardReader.of(datagram);
        if (text.isPresent()) {
            Optional<Refusal> refusal = text.get().refusal();
            return refusal.isPresent()
                    ? new Incoming.Refused(refusal.get())
                    : of(text.get().message());
        }
        return MessageFrames.find(datagram)
                .<Incoming>map(frame -> {
                    MessageKind kind = MessageFrames.kind(frame);
                    return new Incoming.Message("sae", kind, psids.of(kind), frame);
                })
                .orElseGet(() -> new Incoming.Refused(Refusal.NO_MESSAGE));
    }

    /** Text names the kind, so that a payload which is not of J2735 is worth handing on too. */
    private Incoming of(ImmediateForward message) {
        ByteBuffer payload = message.payload();
        MessageKind named = kind(message.type());
        Optional<ByteBuffer> frame = MessageFrames.find(payload).filter(found -> isWhatItSays(found, payload, named));
        if (frame.isPresent()) {
            MessageKind kind = MessageFrames.kind(frame.get());
            int psid = message.psid() == 0 ? psids.of(kind) : message.psid();
            return new Incoming.Message("sae", kind, psid, frame.get());
        }
        return new Incoming.Message("csae", named, message.psid(), payload);
    }

    /**
     * Whether a frame is the message, and not something inside a message of another region that looks like one: such are in
     * every thirtieth BSM of T/CSAE 53. Headers may stand before it; nothing is behind it.
     */
    private static boolean isWhatItSays(ByteBuffer frame, ByteBuffer payload, MessageKind named) {
        int headers = payload.remaining() - frame.remaining();
        boolean last =
                payload.slice(payload.position() + headers, frame.remaining()).equals(frame);
        return named == MessageKind.OTHER || headers == 0 || (last && named == MessageFrames.kind(frame));
    }

    private static MessageKind kind(String type) {
        try {
            return MessageKind.valueOf(type);
        } catch (IllegalArgumentException e) {
            return MessageKind.OTHER;
        }
    }
}
