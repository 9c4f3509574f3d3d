package io.verge.api.cloud;

import org.osgi.annotation.versioning.ProviderType;

/** The session with the cloud. Being without one is a normal state: nothing on the road side waits for it. */
@ProviderType
public interface Cloud {
    /** How it is. Never blocks; any thread. */
    CloudReport report();
}
