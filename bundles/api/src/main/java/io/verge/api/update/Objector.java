package io.verge.api.update;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Whoever may ask for an update to wait, for a while at most. A service. */
@ConsumerType
public interface Objector {
    /**
     * Why the box should not be touched now. Asked again and again while an update waits; never blocks; any thread.
     *
     * @return for people, such as {@code a priority call is being served}; empty when nothing speaks against it
     */
    Optional<String> objection();
}
