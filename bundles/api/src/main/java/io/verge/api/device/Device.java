package io.verge.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/** A device that a driver talks to. Registered by its driver as an OSGi service, one for each block of the profile. */
@ConsumerType
public interface Device {
    /** The name of its block in the profile, such as {@code radar-ne}. */
    String id();

    /** How it is now. Never blocks; called by any thread. */
    DeviceStatus status();
}
