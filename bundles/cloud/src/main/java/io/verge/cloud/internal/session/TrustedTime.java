package io.verge.cloud.internal.session;

import io.verge.api.time.Clock;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time against which certificates are judged. A box that boots without a clock would find every certificate not yet valid,
 * never connect, and so never learn the time; while its clock is unsure, certificates are judged by the last time that was sure,
 * and not before the software was built. Kept by one thread, asked by any.
 */
final class TrustedTime {
    /** Certificates ask for no more. */
    private static final Duration SURE = Duration.ofMinutes(1);

    private static final Duration KEPT_EVERY = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(TrustedTime.class);
    private static final String NAME = "time";

    private final Notes notes;
    private final Clock clock;
    private volatile Instant last;

    /**
     * As it was kept.
     *
     * @param built when this software was built
     */
    TrustedTime(Notes notes, Clock clock, Instant built) {
        this.notes = notes;
        this.clock = clock;
        this.last = built;
        try {
            Instant kept = notes.read(NAME).map(Instant::parse).orElse(built);
            last = kept.isAfter(built) ? kept : built;
        } catch (IOException | DateTimeException e) {
            LOG.warn("the last sure time cannot be read: {}", e.getMessage());
        }
    }

    /** The time to judge by; empty when the clock is sure and is the one to ask. */
    Optional<Instant> instead() {
        return sure() ? Optional.empty() : Optional.of(last);
    }

    /** The same, whichever it is. */
    Instant now() {
        return instead().orElseGet(clock::now);
    }

    /** Keeps the time when it is sure and has moved on. */
    void keep() {
        Instant now = clock.now();
        if (sure() && now.isAfter(last.plus(KEPT_EVERY))) {
            last = now;
            try {
                notes.write(NAME, now.toString());
            } catch (IOException e) {
                LOG.debug("the last sure time cannot be kept", e);
            }
        }
    }

    /** A clock that shows a time before the last sure one is wrong, whatever it says of itself. */
    private boolean sure() {
        return clock.quality().within(SURE) && !clock.now().isBefore(last);
    }
}
