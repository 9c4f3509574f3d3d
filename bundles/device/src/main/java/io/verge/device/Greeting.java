package io.verge.device;

import java.io.IOException;

/** What a driver says to its device so that it talks: a profile, a subscription, a switch. Called on the device's thread. */
@FunctionalInterface
public interface Greeting {
    /**
     * Talks to the device.
     *
     * @throws IOException when the device does not accept it; the connection is then closed and opened again later
     */
    void greet(Connection connection) throws IOException, InterruptedException;
}
