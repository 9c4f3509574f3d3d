package io.verge.flow.internal;

import io.verge.api.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Logs what failed with its stack the first time, then once a minute with the count since. Safe for use by several threads. */
final class Failures {
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final Clock clock;
    private long count;
    private long lastLogged;

    Failures(Logger log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    void report(String what, Throwable cause) {
        long now = clock.nanoTime();
        long since;
        synchronized (this) {
            count++;
            if (lastLogged != 0 && now - lastLogged < QUIET_NANOS) {
                return;
            }
            lastLogged = now == 0 ? 1 : now;
            since = count;
            count = 0;
        }
        log.error("{} ({} times since the last such line)", what, since, cause);
    }
}
