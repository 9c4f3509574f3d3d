package io.verge.api.update;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears how updates go: the cloud, hawkBit, the audit log. A service. */
@ConsumerType
public interface UpdateListener {
    /** It has come to another phase, or has more to say of it. On a thread of the engine, which waits; must be quick and not throw. */
    void onUpdate(UpdateEntry entry);
}
