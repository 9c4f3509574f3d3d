package io.verge.cloud.internal.twin;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A desired document that was not taken, or not kept.
 *
 * @param version 0 when it could not be read
 * @param keys why, by key of the profile; empty when no key is to blame
 */
record Refusal(long epoch, long version, Instant at, String why, Map<String, String> keys) {
    Refusal {
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    /** Whether it says the same, at whatever time. */
    boolean says(Refusal other) {
        return epoch == other.epoch && version == other.version && why.equals(other.why) && keys.equals(other.keys);
    }
}
