package io.verge.api.cloud;

import org.osgi.annotation.versioning.ProviderType;

/** The session with the cloud. Being without one is a normal state: nothing on the road side waits for it. */
@ProviderType
public interface Cloud {
    /** How it is. Never blocks; any thread. */
    CloudReport report();

    /** Who may configure the box now. Never blocks; any thread. */
    Mode mode();

    /** Who may configure the box. */
    enum Mode {
        /** The cloud, and a maintainer at the box. */
        AUTONOMOUS,
        /** The cloud alone: what a maintainer writes at the box is refused. */
        CENTRAL
    }
}
