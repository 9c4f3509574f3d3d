package io.verge.outbox.internal;

import java.io.Serial;

/** A record is kept in memory, and is sent if it can be, but a power cut would lose it. Without a stack: there may be many. */
final class NotDurableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    NotDurableException(String cause) {
        super("kept in memory only: " + cause, null, false, false);
    }
}
