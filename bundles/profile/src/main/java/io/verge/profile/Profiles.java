package io.verge.profile;

import io.verge.api.status.Status;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The profile of this box. A service; safe for use by several threads. */
@ProviderType
public interface Profiles {
    /**
     * Checks a profile against the bundles that are installed now; changes nothing. A relative path of the map counts from
     * the folder of the box's profile.
     *
     * @param content YAML in UTF-8
     */
    Report check(byte[] content);

    /**
     * Checks a profile and, when nothing is wrong with it, makes it the box's: it takes the place of the present one on disk,
     * which is kept beside it with {@code .previous} at its name, and is applied. When this returns without a problem, the
     * profile is durable. Only configurations that differ are touched. Nothing is done while it is {@link #held}; that is the
     * problem then.
     *
     * @param content YAML in UTF-8
     */
    Report apply(byte[] content);

    /**
     * Why no other profile is taken now: an update is on probation, which would be blamed for it. Never blocks.
     *
     * @return for people: until when, and how to end it; empty when one is taken
     */
    default Optional<String> held() {
        return Optional.empty();
    }

    /** Reads the box's profile from disk again and applies it when nothing is wrong with it. */
    Report reload();

    /** The text of the box's profile as it was read last; empty when there is none. It may be wrong: see {@link #problems}. */
    String text();

    /** Whether the box's profile is in force. Never blocks. */
    Status status();

    /**
     * What is wrong with the box's profile, in order of line; empty when nothing is. Also, when it is in force all the same, which
     * devices have another version of their driver than it says. Never blocks.
     */
    List<Problem> problems();
}
