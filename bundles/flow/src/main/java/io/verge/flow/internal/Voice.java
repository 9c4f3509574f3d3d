package io.verge.flow.internal;

import io.verge.api.air.Gate;
import io.verge.api.air.MessageSet;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.message.V2xFrame;
import io.verge.api.scene.Scene;
import io.verge.api.time.Clock;
import io.verge.api.time.Hop;
import io.verge.api.time.Latency;
import io.verge.api.time.Stamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** From an announcement to the gate, through the message set. */
final class Voice {
    private static final String ANNOUNCED = Hop.ANNOUNCED.name().toLowerCase(Locale.ROOT);
    private static final String ENCODED = Hop.ENCODED.name().toLowerCase(Locale.ROOT);

    private final MessageSet messages;
    private final Gate gate;
    private final Clock clock;
    private final Latency latency;
    private final Consumer<EventAnnouncement> events;

    /**
     * @param events hears every event, also one that the message set has no words for
     */
    Voice(MessageSet messages, Gate gate, Clock clock, Latency latency, Consumer<EventAnnouncement> events) {
        this.messages = messages;
        this.gate = gate;
        this.clock = clock;
        this.latency = latency;
        this.events = events;
    }

    /** Lets everybody on the box know of an event. */
    void tell(EventAnnouncement event) {
        events.accept(event);
    }

    /** Whether the message set has a message for this. */
    boolean speaks(Announcement announcement) {
        return messages.speaks().contains(announcement.kind());
    }

    String language() {
        return messages.name();
    }

    /** What makes no messages of its own, such as advice that goes into the next SPAT, is none of the gate's business. */
    void say(Announcement announcement, Scene cause) throws UnspeakableException {
        long announced = clock.nanoTime();
        List<V2xFrame> frames = messages.encode(announcement);
        long encoded = clock.nanoTime();
        List<V2xFrame> stamped = new ArrayList<>(frames.size());
        for (V2xFrame frame : frames) {
            stamped.add(frame.passed(Hop.ANNOUNCED, announced).passed(Hop.ENCODED, encoded));
        }
        if (cause.stamps().fused() != Stamps.UNSET) {
            latency.record(ANNOUNCED, announced - cause.stamps().fused());
        }
        latency.record(ENCODED, encoded - announced);
        if (!stamped.isEmpty()) {
            gate.offer(announcement, stamped);
        }
    }
}
