package io.verge.driver.signal.tscbm.internal;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Writes one number through SNMP. */
@FunctionalInterface
interface Setter {
    /**
     * Writes and waits for the answer, a second at most.
     *
     * @param agent not resolved
     * @param oid of the object, with its instance
     * @throws IOException when nothing came back, it was refused, or it could not be sent; says which, never with the
     *     community
     */
    void set(InetSocketAddress agent, String community, String oid, int value) throws IOException;
}
