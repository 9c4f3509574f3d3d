package io.verge.api.time;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The threads of the box. In the field every stage has its own; in a replay all stages run on the one thread that moves time,
 * so that the same input gives the same output.
 */
@ProviderType
public interface Stages {
    /**
     * Opens a stage.
     *
     * @param name for its thread and for diagnostics, such as {@code scene}
     * @param capacity the work that may wait, at least 1
     */
    Stage open(String name, int capacity);
}
