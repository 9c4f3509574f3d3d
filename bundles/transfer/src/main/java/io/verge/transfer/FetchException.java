package io.verge.transfer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file is not fetched from this source. The pieces that are there stay, for another one or another time. */
public final class FetchException extends IOException {
    /** Why not. */
    public enum Reason {
        /** The time for it is over. */
        EXPIRED,
        /** It is not wanted any more. */
        CANCELLED,
        /** The source has no such file. */
        ABSENT,
        /** The source does not give it to this box. */
        REFUSED,
        /** The source gives something else, again and again. */
        CORRUPT
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    FetchException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
