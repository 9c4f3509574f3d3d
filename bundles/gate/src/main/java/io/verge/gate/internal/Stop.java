package io.verge.gate.internal;

import java.time.Duration;

/**
 * A message is not sent.
 *
 * @param text for people, with figures
 */
record Stop(Reason reason, String text) {
    private static final Duration LONG = Duration.ofHours(1);

    /** A duration for people; of hours and more in seconds. */
    static String shown(Duration duration) {
        return duration.abs().compareTo(LONG) < 0 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
