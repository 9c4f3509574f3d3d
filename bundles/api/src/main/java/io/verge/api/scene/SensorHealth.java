package io.verge.api.scene;

import io.verge.api.status.Status;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How each sensor looks beside the picture that all of them make together: turned, displaced, late by its clock, silent, frozen. A
 * device may be fine by itself and yet wrong here.
 */
@ProviderType
public interface SensorHealth {
    /**
     * What is wrong with a sensor; null when nothing is known to be. Never blocks; called by any thread.
     *
     * @param sensor its id
     */
    @Nullable
    Status of(String sensor);
}
