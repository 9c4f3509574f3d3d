package io.verge.api.observation;

import org.osgi.annotation.versioning.ProviderType;

/** Where drivers hand in what their devices saw. Never blocks; called on the device's thread. */
@ProviderType
public interface Observations {
    void publish(Observation observation);
}
