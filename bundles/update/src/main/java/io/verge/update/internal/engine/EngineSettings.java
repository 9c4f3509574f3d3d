package io.verge.update.internal.engine;

import java.time.Duration;
import java.util.Set;

/**
 * How updates are made on this box.
 *
 * @param model of the hardware; releases may be for some models only
 * @param agent version of the agent's core, which releases may ask for
 * @param groups that this box belongs to, for signed permissions to go back
 * @param window when it may be switched
 * @param probation how long the new set is compared with the old before it is kept
 * @param tolerance how many times as slow as before the new set may be, 1 or more
 * @param vetoAtMost how long objections are heard
 * @param reserve octets of the disk that an update leaves free
 * @param rate octets a second that are fetched at most; 0 for no limit
 */
public record EngineSettings(
        String model,
        String agent,
        Set<String> groups,
        Window window,
        Duration probation,
        double tolerance,
        Duration vetoAtMost,
        long reserve,
        long rate) {
    public EngineSettings {
        groups = Set.copyOf(groups);
    }
}
