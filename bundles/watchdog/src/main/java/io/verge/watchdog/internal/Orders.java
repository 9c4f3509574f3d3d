package io.verge.watchdog.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor of this process has asked for in its environment, as in sd_notify(3) and sd_watchdog_enabled(3).
 *
 * @param socket where it listens
 * @param beat how often to look and to give word; a quarter of the time after which it would end this process
 */
record Orders(String socket, Duration beat) {
    /** Without a watchdog word is given for those who look at the unit's status. */
    private static final Duration UNWATCHED = Duration.ofMinutes(1);

    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final long NANOS_A_MICRO = 1_000;
    private static final int BEATS = 4;

    /** Empty when nobody waits for word: the process was started by hand or by another supervisor. */
    static Optional<Orders> of(Map<String, String> environment) {
        String socket = environment.get("NOTIFY_SOCKET");
        if (socket == null || socket.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Orders(socket, beat(environment.get("WATCHDOG_USEC"))));
    }

    private static Duration beat(@Nullable String micros) {
        if (micros == null) {
            return UNWATCHED;
        }
        try {
            Duration limit = Duration.ofNanos(Math.multiplyExact(Long.parseLong(micros), NANOS_A_MICRO));
            Duration beat = limit.dividedBy(BEATS);
            if (limit.isNegative() || limit.isZero()) {
                return UNWATCHED;
            }
            return beat.compareTo(SHORTEST) < 0 ? SHORTEST : beat;
        } catch (NumberFormatException | ArithmeticException e) {
            return UNWATCHED;
        }
    }
}
