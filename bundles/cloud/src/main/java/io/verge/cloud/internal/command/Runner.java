package io.verge.cloud.internal.command;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs commands, so that one that hangs does not hold up the others for ever. Used by one thread. */
interface Runner {
    /**
     * Makes sure that a command of this name may run now.
     *
     * @throws RefusedException when it must not
     */
    void check(String name) throws RefusedException;

    /**
     * Runs one and waits for it.
     *
     * @param atMost how long; not negative
     * @return empty when it has not ended by then; it may still do so, and nobody hears of it
     */
    Optional<Reply> run(String name, Duration atMost, Supplier<Reply> work);
}
