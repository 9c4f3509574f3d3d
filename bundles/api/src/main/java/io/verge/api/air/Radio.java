package io.verge.api.air;

import io.verge.api.device.Device;
import io.verge.api.message.V2xFrame;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A device that brings messages on the air. */
@ConsumerType
public interface Radio extends Device {
    /**
     * Hands one message to the radio. Called on the gate's thread only; must not wait for an answer.
     *
     * @throws IOException when the radio cannot be reached; the message is then lost, for it would be late
     */
    void send(V2xFrame frame) throws IOException;
}
