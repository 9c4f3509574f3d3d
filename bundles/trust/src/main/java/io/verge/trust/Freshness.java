package io.verge.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be installed by what is trusted. It never says that something must stop running.
 *
 * @param until CURRENT: when the first role expires; EXPIRED: when it did; else null
 * @param cause for people
 */
public record Freshness(State state, @Nullable Instant until, String cause) {
    /** How fresh. */
    public enum State {
        /** Complete and not expired: what it names may be installed. */
        CURRENT,
        /** A role has expired: a refresh is needed first. */
        EXPIRED,
        /** Newer metadata exists, of which not all is here: a refresh is needed first. */
        SUPERSEDED,
        /** There is only a root: nothing was ever refreshed. */
        EMPTY
    }

    public boolean mayInstall() {
        return state == State.CURRENT;
    }
}
