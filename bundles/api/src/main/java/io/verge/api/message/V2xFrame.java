package io.verge.api.message;

import io.verge.api.time.Hop;
import io.verge.api.time.Stamps;
import java.nio.ByteBuffer;
import java.time.Instant;

/** One encoded message, as it goes on or came from the air. Immutable. */
public final class V2xFrame {
    private final String set;
    private final MessageKind kind;
    private final int application;
    private final ByteBuffer payload;
    private final Instant time;
    private final Stamps stamps;

    /**
     * @param set the message set: {@code csae}, {@code sae} or {@code etsi}
     * @param application whose message it is: a PSID (J2735), an AID (T/CSAE 53) or a BTP port (ETSI)
     * @param payload the octets, copied: a MessageFrame, or for ETSI the facilities message
     * @param time when what it says was true, on the box's clock
     */
    public V2xFrame(String set, MessageKind kind, int application, ByteBuffer payload, Instant time, Stamps stamps) {
        this(
                set,
                kind,
                application,
                time,
                stamps,
                ByteBuffer.allocate(payload.remaining())
                        .put(payload.duplicate())
                        .flip()
                        .asReadOnlyBuffer());
    }

    private V2xFrame(String set, MessageKind kind, int application, Instant time, Stamps stamps, ByteBuffer payload) {
        this.set = set;
        this.kind = kind;
        this.application = application;
        this.payload = payload;
        this.time = time;
        this.stamps = stamps;
    }

    public String set() {
        return set;
    }

    public MessageKind kind() {
        return kind;
    }

    /** A PSID (J2735), an AID (T/CSAE 53) or a BTP port (ETSI). */
    public int application() {
        return application;
    }

    /** The octets, read-only, with a position of its own. */
    public ByteBuffer payload() {
        return payload.duplicate();
    }

    /** How many octets. */
    public int size() {
        return payload.remaining();
    }

    /** When what it says was true. */
    public Instant time() {
        return time;
    }

    public Stamps stamps() {
        return stamps;
    }

    /** The same message, one hop further. */
    public V2xFrame passed(Hop hop, long nanos) {
        return new V2xFrame(set, kind, application, time, stamps.with(hop, nanos), payload);
    }

    @Override
    public String toString() {
        return set + " " + kind + ", " + size() + " octets";
    }
}
