package io.verge.app.signalpriority.internal;

import java.time.Duration;

/** The thresholds of the profile; see {@link SignalPriorityConfig}. */
record Limits(
        Duration minEta,
        Duration maxEta,
        Duration maxPresence,
        Duration stay,
        int lockoutCycles,
        Duration lockoutLimit,
        Duration maxAge) {
    static Limits of(SignalPriorityConfig config) {
        return new Limits(
                Duration.ofMillis(config.minEta()),
                Duration.ofMillis(config.maxEta()),
                Duration.ofMillis(config.maxPresence()),
                Duration.ofMillis(config.stay()),
                config.lockoutCycles(),
                Duration.ofMillis(config.lockoutLimit()),
                Duration.ofMillis(config.maxAge()));
    }
}
