package io.verge.api.update;

/** A wish was not taken up, and nothing was changed; the message says why and what to do. */
public final class UpdateRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code for machines, such as {@code busy} */
    public UpdateRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    public UpdateRefusedException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** For machines: a few lower-case words with hyphens. */
    public String code() {
        return code;
    }
}
