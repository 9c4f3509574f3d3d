package io.verge.generation;

import java.time.Instant;

/** What a process of the agent is to start. */
public sealed interface Start {
    /**
     * A generation.
     *
     * @param generation its jars were just compared with their hashes
     * @param withLocal whether the bundles that were changed on this box by hand are part of it
     * @param proven whether it is the last good one, which is never given up while it runs
     * @param attempt how often it was started without having become healthy, with this one; 0 when that could not be written
     * @param why one line for people: why it is not the current one with all changes; empty when it is
     */
    record OfSet(Generation generation, boolean withLocal, boolean proven, int attempt, String why, String key)
            implements Start {}

    /**
     * Nothing that could send: what looks after the box alone.
     *
     * @param since of the first start in safe mode
     * @param why one line for people
     */
    record Safe(Instant since, String why) implements Start {}
}
