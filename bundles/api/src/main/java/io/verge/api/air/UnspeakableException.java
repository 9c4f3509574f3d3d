package io.verge.api.air;

/** A message set cannot express an announcement; the message says which value and why. */
public final class UnspeakableException extends Exception {
    private static final long serialVersionUID = 1;

    public UnspeakableException(String message) {
        super(message);
    }

    public UnspeakableException(String message, Throwable cause) {
        super(message, cause);
    }
}
