package io.verge.driver.simulator.internal.play;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What a server and one of its clients have to say to each other. */
interface Session extends Closeable {
    /**
     * Hears what the client says. Never blocks.
     *
     * @return false when the client has left
     * @throws IOException when the client is to be dropped
     */
    boolean poll() throws IOException;

    /**
     * Tells the client something, if it wants to hear it.
     *
     * @param message is kept, not copied
     * @throws IOException when the client is to be dropped
     */
    void send(ByteBuffer message) throws IOException;
}
