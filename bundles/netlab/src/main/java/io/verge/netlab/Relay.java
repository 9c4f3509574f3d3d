package io.verge.netlab;

import java.net.InetSocketAddress;

/** What a proxy does with what comes in. The loop's thread only, but for {@link #address}. */
interface Relay {
    /** Where it listens. */
    InetSocketAddress address();

    /** Nothing passes until {@link #mend}. */
    void cut();

    void mend();

    /** What stands now is forgotten by the network: its octets vanish, both ways and for ever. */
    void forget();

    /** What stands now is reset. */
    void reset();

    /** Connections that stand. */
    int connections();

    long resets();
}
