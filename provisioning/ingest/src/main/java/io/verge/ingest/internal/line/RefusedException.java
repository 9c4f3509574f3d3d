package io.verge.ingest.internal.line;

/** Something cannot be kept; the message says why, for people. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }

    /** The reason; an exception's message may be absent, this one's is not. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
