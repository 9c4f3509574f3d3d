package io.verge.traffic;

import java.time.Duration;
import java.time.Instant;

/** A yes that holds: so after k of the last n, no longer so after a time without. For one thread. */
public final class Hold {
    private static final int MOST = 64;

    private final int k;
    private final long mask;
    private final Duration release;
    /** The last n answers, the newest lowest. */
    private long seen;

    private boolean held;
    private Instant lastYes = Instant.MIN;

    /**
     * @param k at least 1
     * @param n at least k, at most 64
     * @param release not negative
     */
    public Hold(int k, int n, Duration release) {
        if (k < 1 || n < k || n > MOST) {
            throw new IllegalArgumentException("needs 1 <= k <= n <= " + MOST + ", not " + k + " of " + n);
        }
        this.k = k;
        this.mask = -1L >>> (MOST - n);
        this.release = release;
    }

    /**
     * Takes what is so now.
     *
     * @return what holds
     */
    public boolean update(Instant now, boolean raw) {
        seen = (seen << 1 | (raw ? 1 : 0)) & mask;
        // A clock that was set back must not keep it for longer than the release.
        if (raw || lastYes.isAfter(now)) {
            lastYes = now;
        }
        if (Long.bitCount(seen) >= k) {
            held = true;
        }
        if (held && !raw && !lastYes.plus(release).isAfter(now)) {
            held = false;
            seen = 0;
        }
        return held;
    }

    /** As last said. */
    public boolean held() {
        return held;
    }
}
