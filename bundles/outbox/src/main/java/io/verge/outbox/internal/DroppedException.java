package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.io.Serial;

/** A record was dropped. Without a stack: there may be very many. */
final class DroppedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    DroppedException(Lane lane, Reason reason) {
        super("a record of the lane " + Rules.name(lane) + " was dropped: " + reason.word(), null, false, false);
    }
}
