package io.verge.update.internal.engine;

import java.util.Optional;

/** Whether the road needs the box just now. Called by one thread at a time. */
public interface Moment {
    /** Why nothing may be switched now, whoever wants it: a warning is open, a priority call is served. Empty when it may. */
    Optional<String> unsafe();

    /** What somebody says against it, who is heard for a while only. Empty when nobody does. */
    Optional<String> objection();
}
