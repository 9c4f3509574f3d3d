package io.verge.update.internal.engine;

import io.verge.api.update.DevicePause;
import io.verge.generation.Generation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bundles that run, and what can be done to them. Called by one thread at a time. */
public interface LiveSet {
    /** The number of the generation that the bundles are those of, as far as they were changed by releases. */
    int generation();

    /** Why the last start of the process did not start what the box points to; empty when it did. */
    String passedOver();

    /** All bundles that run or are stopped, without those that are there for one device alone. */
    List<LiveBundle> bundles();

    /**
     * The version of the shipped bundle of this name, to which the box goes back when no release has one; empty when none was shipped.
     */
    default Optional<String> shippedVersion(String name) {
        return Optional.empty();
    }

    /** Whether a bundle of this name that does not run yet could be put beside the others while all runs: a driver or an app. */
    boolean mayBeAdded(String name, String level);

    /** The devices that are not heard while these bundles are replaced. */
    List<DevicePause> pauses(Collection<String> bundles);

    /** How long a restart of the process was measured to take; null when it never was. */
    @Nullable
    Duration restartTime();

    /** Why the process cannot be restarted here, for people; empty when it can. */
    default Optional<String> noRestart() {
        return Optional.empty();
    }

    /**
     * Resolves the whole future set without touching what runs.
     *
     * @param future whose jars are in the store
     * @throws UnresolvedException names what is missing to which bundle
     */
    void mustResolve(Generation future) throws UnresolvedException;

    /** Whether {@link #become} can be done while the agent runs: only bundles differ that can be replaced alone. */
    boolean canBecome(Generation wanted);

    /**
     * Replaces, adds and removes single bundles until what runs is this generation over the shipped bundles. What is as it should be is
     * not touched; so it can be done again after a failure, and is how an update is undone as well.
     *
     * @throws SwitchException when a bundle does not start in time, or cannot be replaced; the others are done all the same
     */
    void become(Generation wanted) throws SwitchException;

    /** Devices whose driver was replaced by {@link #become}, and that have not been heard since. */
    Set<String> silent();

    /** Lets the process end, to be started again as what the box points to. Returns at once. */
    void restart(String why);
}
