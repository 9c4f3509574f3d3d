package io.verge.device;

import java.io.IOException;

/** Opens the way to a device. Called on the device's own thread, again after each loss; may block for seconds. */
@FunctionalInterface
public interface Connector {
    /**
     * Connects.
     *
     * @throws IOException says what was tried and why it failed
     */
    Connection connect() throws IOException;
}
