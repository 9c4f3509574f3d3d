package io.verge.cloud.internal.twin;

import java.util.Map;

/** The trail of who changed what: what goes there is durable before long, whatever becomes of the cloud. */
@FunctionalInterface
public interface Audit {
    /**
     * Notes something.
     *
     * @param what such as {@code hold}
     * @param details of the types of a tree; without the time
     */
    void note(String what, Map<String, ?> details);
}
