package io.verge.api.cloud;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** What the cloud wants this box to be, and what became of it. */
@ProviderType
public interface Twin {
    /** How it is. Never blocks; any thread. */
    TwinReport report();

    /**
     * Holds a part of the configuration as it is now against the cloud, for a time; what a maintainer does at the cabinet.
     *
     * @param key a section or block of the profile, such as {@code apps.collision-warning}
     * @param time for how long; greater than zero, at most 7 days
     * @param reason why, in words; 1 to 200 characters
     * @throws IllegalArgumentException when one of them is not so
     */
    void hold(String key, Duration time, String reason);

    /** Ends a hold; nothing when there is none. */
    void release(String key);
}
