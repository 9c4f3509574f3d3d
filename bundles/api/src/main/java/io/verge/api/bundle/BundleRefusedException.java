package io.verge.api.bundle;

/** A change of a bundle was refused, and nothing was changed; the message says why and what to do. */
public final class BundleRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public BundleRefusedException(String message) {
        super(message);
    }

    public BundleRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
