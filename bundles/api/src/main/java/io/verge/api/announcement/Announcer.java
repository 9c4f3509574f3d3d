package io.verge.api.announcement;

import org.osgi.annotation.versioning.ProviderType;

/** Brings announcements on the air: through the message set of the profile, the gate and the radios. */
@ProviderType
public interface Announcer {
    /** Hands it over. Returns when it is encoded and with the gate; what becomes of it is counted there. */
    void announce(Announcement announcement);
}
