package io.verge.flow.internal;

import io.verge.api.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Logs what failed with its stack the first time, then once a minute with the count since; each thing that fails by itself, so
 * that one does not hide another. Safe for use by several threads.
 */
final class Failures {
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);
    /** The things that can fail are apps, listeners and message sets: names that the bundles bring. */
    private static final int MOST = 100;

    private final Logger log;
    private final Clock clock;
    /** By what failed, eldest first. Guarded by itself. */
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private static final class Count {
        long since;
        long logged;
    }

    Failures(Logger log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @param what failed, of which there are few: it is no place for a value or an id that changes */
    void report(String what, Throwable cause) {
        long now = clock.nanoTime();
        long since;
        synchronized (counts) {
            Count count = counts.get(what);
            if (count != null && now - count.logged < QUIET_NANOS) {
                count.since++;
                return;
            }
            if (count == null) {
                count = new Count();
                if (counts.size() == MOST) {
                    counts.remove(counts.keySet().iterator().next());
                }
                counts.put(what, count);
            }
            since = count.since + 1;
            count.since = 0;
            count.logged = now;
        }
        log.error("{} ({} times since the last such line)", what, since, cause);
    }
}
