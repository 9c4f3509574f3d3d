package io.verge.driver.cabinet.gpio.internal;

import io.verge.device.Arrival;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a contact has settled:
 *
 * <pre>
 *  UNKNOWN ──same for the time──▶ SETTLED ──other level──▶ PENDING ──same for the time──▶ SETTLED, a change
 *                                    ▲────────────────back again: a bounce┘
 * </pre>
 */
final class Debouncer {
    private final Duration time;
    private @Nullable Boolean settled;
    private boolean candidate;
    private @Nullable Arrival since;
    private long bounces;

    Debouncer(Duration time) {
        this.time = time;
    }

    /**
     * Looks at the contact.
     *
     * @return since when it is what it is, when it has settled on something new now
     */
    Optional<Arrival> look(boolean active, Arrival now) {
        if (since == null || active != candidate) {
            if (settled != null && active == settled) {
                bounces++;
            }
            candidate = active;
            since = now;
        }
        boolean changed = settled == null || settled != candidate;
        if (!changed || now.nanos() - since.nanos() < time.toNanos()) {
            return Optional.empty();
        }
        settled = candidate;
        return Optional.of(since);
    }

    /** How often it went back before it had settled, since the last time this was asked. */
    long takeBounces() {
        long taken = bounces;
        bounces = 0;
        return taken;
    }
}
