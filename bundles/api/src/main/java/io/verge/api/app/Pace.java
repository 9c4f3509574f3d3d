package io.verge.api.app;

import java.time.Duration;
import java.time.Instant;

/**
 * When something periodic is due, by the time of the scenes, which come when they come. The scene nearest to the ideal instant
 * is taken, also when it is up to a tenth of the period early, for the next may come a whole period later. After a late one the
 * next comes sooner, so that the rate is kept, unless it was late by half a period: then the rhythm begins anew. An early one
 * moves the ideal by a twentieth of the period at most, so that the rate is never higher by more than that.
 */
public final class Pace {
    private final Duration period;
    /** The newest scene; before the first, none. */
    private Instant seen = Instant.MIN;
    /** When it is due if a scene comes then. */
    private Instant ideal = Instant.MIN;

    /**
     * As often as this.
     *
     * @param period greater than zero
     */
    public Pace(Duration period) {
        this.period = period;
    }

    /**
     * Whether it is due at this scene; if so, it is taken as done. When time went back, as it does when a clock is set, it is
     * due.
     */
    public boolean due(Instant now) {
        if (seen.equals(Instant.MIN) || now.isBefore(ideal.minus(period.multipliedBy(2)))) {
            seen = now;
            ideal = now.plus(period);
            return true;
        }
        Duration gap = Duration.between(seen, now);
        Duration early = Duration.between(now, ideal);
        seen = now;
        if (early.compareTo(min(gap.dividedBy(2), period.dividedBy(10))) > 0) {
            return false;
        }
        Duration toNext = period.plus(min(early, period.dividedBy(20)));
        ideal = now.plus(toNext.compareTo(period.dividedBy(2)) < 0 ? period : toNext);
        return true;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
