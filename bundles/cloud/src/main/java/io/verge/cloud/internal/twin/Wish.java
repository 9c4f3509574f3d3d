package io.verge.cloud.internal.twin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the cloud wants.
 *
 * @param epoch of the cloud's documents; another one begins versions anew
 * @param version within the epoch, from 1
 * @param profile sections by name; null removes a section, or a device or an app; never changed
 */
record Wish(long epoch, long version, Map<String, Object> profile) {
    Wish {
        profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
    }
}
