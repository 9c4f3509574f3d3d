package io.verge.update.internal.engine;

/** What runs could not be made what it should be; the message says which bundle and why. */
public final class SwitchException extends Exception {
    private static final long serialVersionUID = 1;

    public SwitchException(String message) {
        super(message);
    }

    public SwitchException(String message, Throwable cause) {
        super(message, cause);
    }
}
