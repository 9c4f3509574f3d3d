package io.verge.api.air;

import io.verge.api.message.V2xFrame;
import org.osgi.annotation.versioning.ConsumerType;

/** Sees every message that went on the air. Register it as a service. */
@ConsumerType
public interface AirListener {
    /** Called on the gate's thread, after the radios have it; returns at once. */
    void sent(V2xFrame frame);
}
