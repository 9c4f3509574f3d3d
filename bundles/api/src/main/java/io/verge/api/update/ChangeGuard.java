package io.verge.api.update;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether the profile and single bundles may be changed. Not while an update is switched, watched or undone: what changes beside it would be
 * taken for its effect, and be mixed up with going back. A service; whoever makes such changes asks it when it is there.
 */
@ProviderType
public interface ChangeGuard {
    /**
     * Why nothing may be changed now. Any thread; never waits for the update.
     *
     * @return for people: what goes on, until when, and how to end it; empty when changes may be made
     */
    Optional<String> refusal();
}
