package io.verge.netlab;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A socket with what is waited for at it. The loop's thread only. */
record Port(SocketChannel channel, SelectionKey key) {
    /** Waits for an operation, or no longer. */
    void want(int operation, boolean wanted) {
        if (key.isValid()) {
            key.interestOps(wanted ? key.interestOps() | operation : key.interestOps() & ~operation);
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }
}
