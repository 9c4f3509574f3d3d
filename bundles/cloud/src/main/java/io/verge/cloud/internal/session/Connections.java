package io.verge.cloud.internal.session;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the connections of this box over restarts, so that the will of an older one is known as such. When the count cannot be
 * read or kept it goes on in memory: a box without a disk is still worth a session. One thread.
 */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final String NAME = "connection";

    private final Notes notes;
    private long last;
    private boolean failing;

    Connections(Notes notes) {
        this.notes = notes;
        try {
            last = notes.read(NAME).map(Long::parseLong).orElse(0L);
        } catch (IOException | NumberFormatException e) {
            LOG.warn("the count of connections cannot be read and begins again: {}", e.getMessage());
        }
    }

    /** The number of the next one, from 1. */
    long next() {
        last = last < 0 || last == Long.MAX_VALUE ? 1 : last + 1;
        try {
            notes.write(NAME, Long.toString(last));
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("the count of connections cannot be kept: {}", e.getMessage());
            }
            failing = true;
        }
        return last;
    }

    long last() {
        return last;
    }
}
