package io.verge.transfer;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source does not give what was asked for. */
public final class SourceException extends IOException {
    /** Why not, which says what to do. */
    public enum Kind {
        /** It has no such file: asking again changes nothing. */
        ABSENT,
        /** It will not give it to this box. */
        REFUSED,
        /** It asks for patience. */
        BUSY,
        /** What it has is not what it had before. */
        CHANGED,
        /** The way to it, or it itself, has failed. */
        BROKEN,
        /** It gives less a second than is worth waiting for. */
        SLOW,
        /** It gave octets that have not the hash that they should. */
        CORRUPT
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final @Nullable Duration patience;

    private SourceException(Kind kind, String message, @Nullable Throwable cause, @Nullable Duration patience) {
        super(message, cause);
        this.kind = kind;
        this.patience = patience;
    }

    public static SourceException of(Kind kind, String message) {
        return new SourceException(kind, message, null, null);
    }

    /** The way to it has failed. */
    public static SourceException broken(IOException cause) {
        return new SourceException(Kind.BROKEN, String.valueOf(cause.getMessage()), cause, null);
    }

    /**
     * It asks for patience.
     *
     * @param patience for so long; null when it does not say
     */
    public static SourceException busy(String message, @Nullable Duration patience) {
        return new SourceException(Kind.BUSY, message, null, patience);
    }

    public Kind kind() {
        return kind;
    }

    /** How long to wait at least before it is asked again; zero when it does not say. */
    public Duration patience() {
        return patience == null ? Duration.ZERO : patience;
    }
}
