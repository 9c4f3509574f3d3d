package io.verge.api.update;

/**
 * What a release does to one bundle.
 *
 * @param name symbolic name
 * @param from the version that runs; empty when it is new
 * @param to the version of the release; empty when it goes
 * @param way how it is done
 * @param octets to be fetched for it; 0 when the box has it
 */
public record UpdateChange(String name, String from, String to, Way way, long octets) {
    /** How a change is made. */
    public enum Way {
        /** In the running agent; nothing else is touched. */
        IN_PLACE,
        /** With a restart of the agent's process. */
        RESTART,
        /** Not at all: it was changed on this box by hand, and that stays. */
        KEPT
    }
}
