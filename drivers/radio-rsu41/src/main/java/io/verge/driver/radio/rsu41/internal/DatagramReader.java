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

    /**
     * Text names the kind, so that a payload which is not of J2735 is worth handing on too. What only looks like a frame inside
     * such a payload is most often of another kind.
     */
    private Incoming of(ImmediateForward message) {
        ByteBuffer payload = message.payload();
        MessageKind named = kind(message.type());
        Optional<ByteBuffer> frame = MessageFrames.find(payload)
                .filter(found -> found.remaining() == payload.remaining()
                        || named == MessageKind.OTHER
                        || named == MessageFrames.kind(found));
        if (frame.isPresent()) {
            MessageKind kind = MessageFrames.kind(frame.get());
            int psid = message.psid() == 0 ? psids.of(kind) : message.psid();
            return new Incoming.Message("sae", kind, psid, frame.get());
        }
        return new Incoming.Message("csae", named, message.psid(), payload);
    }

    private static MessageKind kind(String type) {
        try {
            return MessageKind.valueOf(type);
        } catch (IllegalArgumentException e) {
            return MessageKind.OTHER;
        }
    }
}
