package io.verge.driver.signal.ntcip1202.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The SNMP agent of a controller. Safe for use by several threads; each call waits for the answer, a second at most. */
interface Agent extends Closeable {
    /**
     * Reads numbers.
     *
     * @param oids of the objects, with their instances
     * @return as many, in the same order
     * @throws TooBigException when these are too many at once
     * @throws SilentException when nothing came back
     * @throws IOException when it was refused, or could not be sent; says which, never with the community
     */
    int[] get(List<String> oids) throws IOException;

    /** Writes one number; throws as above. */
    void set(String oid, int value) throws IOException;

    /** The request, or its answer, is too great for the agent. */
    final class TooBigException extends IOException {
        private static final long serialVersionUID = 1;

        TooBigException(String message) {
            super(message);
        }
    }

    /** There is no answer. */
    final class SilentException extends IOException {
        private static final long serialVersionUID = 1;

        SilentException(String message) {
            super(message);
        }
    }

    /** How to reach it. */
    @FunctionalInterface
    interface Opener {
        Agent open() throws IOException;
    }
}
