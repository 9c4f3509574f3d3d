package io.verge.netlab;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.SocketChannel;

/** Ends of sockets. */
final class Sockets {
    private Sockets() {}

    /** That it cannot be closed is no news of a socket that is given up. */
    static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is lost with it.
        }
    }

    /** Ends a connection with a RST instead of a FIN. */
    static void reset(SocketChannel channel) {
        try {
            if (channel.isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            // It is gone already.
        }
        close(channel);
    }
}
