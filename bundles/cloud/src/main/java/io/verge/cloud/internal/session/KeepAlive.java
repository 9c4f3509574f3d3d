package io.verge.cloud.internal.session;

import java.time.Duration;

/**
 * After how long a silence the broker is asked for a sign of life. What forgets connections on the way (carrier NAT) does so after
 * 30 to 300 s of silence and tells nobody; each connection that dies so makes it shorter. One thread.
 */
final class KeepAlive {
    private static final double SHORTER = 0.75;
    /** A connection is dead when nothing has come for so many keep-alive times. */
    private static final double PATIENCE = 1.5;

    private final Duration least;
    private Duration now;

    /**
     * Of a link.
     *
     * @param least it does not become shorter than this
     */
    KeepAlive(Duration first, Duration least) {
        this.least = least.compareTo(first) < 0 ? least : first;
        this.now = first;
    }

    Duration now() {
        return now;
    }

    /** How long nothing may come until a connection counts as dead. */
    static Duration patience(Duration keepAlive) {
        return Duration.ofNanos(Math.round(keepAlive.toNanos() * PATIENCE));
    }

    /** A connection died without a word. */
    void silentDrop() {
        Duration shorter = Duration.ofSeconds(Math.round(Math.floor(now.toSeconds() * SHORTER)));
        now = shorter.compareTo(least) > 0 ? shorter : least;
    }
}
