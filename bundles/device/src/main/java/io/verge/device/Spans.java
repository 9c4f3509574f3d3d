package io.verge.device;

import java.time.Duration;

/** Durations for people. */
final class Spans {
    private Spans() {}

    /** Such as {@code 151 ms}, {@code 5 s}, {@code 12.5 s}, {@code 90 min}. */
    static String text(Duration span) {
        long millis = span.toMillis();
        if (millis % 1000 != 0 && millis < 10_000) {
            return millis + " ms";
        }
        if (millis < 600_000) {
            return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000 + "." + millis % 1000 / 100 + " s";
        }
        return millis / 60_000 + " min";
    }

    static boolean longer(Duration span, Duration limit) {
        return span.compareTo(limit) > 0;
    }
}
