package io.verge.ingest.internal;

import java.time.Duration;

/** How long to wait before the next attempt: a quarter of a second, doubled up to ten. There are few consumers, so no dice. */
final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LAST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        next = now.multipliedBy(2).compareTo(LAST) < 0 ? now.multipliedBy(2) : LAST;
        return now;
    }

    void reset() {
        next = FIRST;
    }
}
