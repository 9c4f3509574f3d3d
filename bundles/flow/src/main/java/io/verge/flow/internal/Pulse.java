package io.verge.flow.internal;

import io.verge.api.time.Clock;
import java.time.Duration;

/**
 * How long the whole box stood still, which no app is to blame for: a beat comes ten times a second, and what it is late by is lost for all.
 * Safe for use by several threads.
 */
final class Pulse {
    static final Duration BEAT = Duration.ofMillis(100);

    private final Clock clock;
    /** Guarded by this, as is the other. */
    private long last;

    private long lost;

    Pulse(Clock clock) {
        this.clock = clock;
        last = clock.nanoTime();
    }

    /** To be called each {@link #BEAT}. */
    synchronized void beat() {
        lost = lost();
        last = clock.nanoTime();
    }

    /** So many ns since the beginning, also of a beat that is late now. Only differences mean something. */
    synchronized long lost() {
        return lost + Math.max(0, clock.nanoTime() - last - 2 * BEAT.toNanos());
    }
}
