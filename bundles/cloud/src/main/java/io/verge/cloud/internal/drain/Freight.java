package io.verge.cloud.internal.drain;

import io.verge.api.time.Clock;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.cloud.internal.mqtt.Outbound;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What goes beside records: messages that can wait, one on its way at a time and out of the share of what has waited; and messages
 * that are worth nothing later, which go at once or not at all. Owned by the uplink's thread; {@link #size} is read by any.
 */
public final class Freight {
    /** Messages that may wait. */
    static final int MOST_WAITING = 16;
    /** Kept free for what is more urgent. */
    private static final int RESERVE = 3;

    private static final int FAILURES = 0x80;
    /** Packet too large (MQTT 5, 2.4). */
    private static final int TOO_LARGE = 0x95;

    private final Flight flight;
    private final Clock clock;
    private final Deque<Load> waiting = new ArrayDeque<>();
    private final Set<Load> live = new LinkedHashSet<>();
    private Pace pace;
    private @Nullable Load underWay;
    private boolean running;
    private volatile int size;

    /** One message; told apart from others of the same content. */
    private static final class Load {
        private final Outbound message;
        private final IntConsumer outcome;

        Load(Outbound message, IntConsumer outcome) {
            this.message = message;
            this.outcome = outcome;
        }

        int octets() {
            return message.content().remaining();
        }
    }

    /** @param pace which the backlog keeps, too */
    public Freight(Flight flight, Clock clock, Pace pace) {
        this.flight = flight;
        this.clock = clock;
        this.pace = pace;
        this.size = pace.message();
    }

    /** Another configuration. */
    public void pace(Pace other) {
        pace = other;
        size = other.message();
        if (running) {
            other.begin(clock.nanoTime());
        }
    }

    /** There is a session. */
    public void begin() {
        if (!running) {
            running = true;
            pace.begin(clock.nanoTime());
        }
    }

    /** The session is over, and nothing of all this has arrived as far as anybody knows. */
    public void end() {
        running = false;
        List<Load> lost = new ArrayList<>(live);
        Load sent = underWay;
        if (sent != null) {
            lost.add(sent);
        }
        lost.addAll(waiting);
        live.clear();
        waiting.clear();
        underWay = null;
        lost.forEach(load -> load.outcome.accept(Ended.NONE));
    }

    /**
     * Takes a message that can wait.
     *
     * @param outcome told once: the reason of PUBACK, or {@link Ended#NONE} when it has not gone or nobody knows
     */
    public void later(Outbound message, IntConsumer outcome) {
        if (running && waiting.size() < MOST_WAITING) {
            waiting.addLast(new Load(message, outcome));
        } else {
            outcome.accept(Ended.NONE);
        }
    }

    /** Sends a message now, or not at all: when others wait for the window or the link is held up. */
    public void now(Outbound message, IntConsumer outcome) {
        if (!running || pace.heldUp() || !flight.room(RESERVE) || !flight.fits(message)) {
            outcome.accept(Ended.NONE);
            return;
        }
        Load load = new Load(message, outcome);
        live.add(load);
        flight.send(message, reason -> {
            if (live.remove(load)) {
                outcome.accept(reason);
            }
        });
    }

    /** Sends what may go now. To be called after the records had their turn. */
    public void pump() {
        long now = clock.nanoTime();
        while (running && underWay == null && !waiting.isEmpty() && flight.room(RESERVE) && pace.allows(now, 0)) {
            send(waiting.removeFirst(), now);
        }
        size = pace.message();
    }

    private void send(Load load, long now) {
        if (!flight.fits(load.message)) {
            load.outcome.accept(TOO_LARGE);
            return;
        }
        Pace kept = pace;
        long mark = kept.mark();
        underWay = load;
        kept.spend(load.octets());
        flight.send(load.message, reason -> {
            if (underWay == load) {
                underWay = null;
                if (reason >= 0 && reason < FAILURES) {
                    kept.acknowledged(now, clock.nanoTime(), load.octets(), mark);
                }
                load.outcome.accept(reason);
            }
        });
    }

    /** Nanoseconds until {@link #pump} may do something of itself; {@link Long#MAX_VALUE} when only events can move it. */
    public long due() {
        if (!running || underWay != null || waiting.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long wait = pace.dueIn(clock.nanoTime());
        return wait > 0 ? wait : Long.MAX_VALUE;
    }

    /** Octets that one message should have on this link: what takes it a quarter of a second. Any thread. */
    public int size() {
        return size;
    }
}
