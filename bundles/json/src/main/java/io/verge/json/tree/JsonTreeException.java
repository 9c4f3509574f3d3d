package io.verge.json.tree;

/** What came is not the JSON that a reader takes. The message says why and where, for people. */
public final class JsonTreeException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** It is not JSON as RFC 8259 has it, or has two readings. */
        MALFORMED,
        /** It is larger or deeper than the reader allows, or has more values. */
        TOO_MUCH
    }

    private final Reason reason;

    JsonTreeException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
