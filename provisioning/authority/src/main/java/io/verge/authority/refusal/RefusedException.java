package io.verge.authority.refusal;

/** What was asked for is not done, and nothing of it was. The message names the thing, the reason and what to do. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
