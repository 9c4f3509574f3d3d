package io.verge.api.signal;

import io.verge.api.device.Device;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A signal controller that can be asked for a green. It decides itself: minimum greens, clearances and the plan are its business
 * and are never cut by a request.
 */
@ConsumerType
public interface SignalController extends Device {
    /**
     * Asks for, or no longer asks for, the green of a signal group. Called on a thread that may wait a second; asking again for
     * what is asked for already keeps it asked for.
     *
     * @param signalGroup of the map, 1 to 255
     * @param wanted true to ask, false to take the request back
     * @throws IOException when the controller cannot be reached, refuses, or knows no such group; the message says which
     */
    void request(int signalGroup, boolean wanted) throws IOException;
}
