package io.verge.flow.internal;

import io.verge.api.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the whole box stood still, which no app is to blame for: a beat comes ten times a second, and what it is late by is lost for all.
 * Safe for use by several threads.
 */
final class Pulse {
    static final Duration BEAT = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);

    private final Clock clock;
    /** Guarded by this, as is the other. */
    private long last;

    private long lost;

    Pulse(Clock clock) {
        this.clock = clock;
        last = clock.nanoTime();
    }

    /** To be called each {@link #BEAT}. */
    void beat() {
        Duration late = Duration.ofNanos(count());
        if (late.compareTo(WORTH_A_WORD) > 0) {
            LOG.warn("the box stood still for {} ms: it is overloaded, or short of memory; see `top`", late.toMillis());
        }
    }

    /** By how much this beat is late, ns. */
    private synchronized long count() {
        long before = lost;
        lost = lost();
        last = clock.nanoTime();
        return lost - before;
    }

    /** So many ns since the beginning, also of a beat that is late now. Only differences mean something. */
    synchronized long lost() {
        return lost + Math.max(0, clock.nanoTime() - last - 2 * BEAT.toNanos());
    }
}
