package io.verge.update.internal.engine;

/** A future set would not work; the message says which bundle misses what. */
public final class UnresolvedException extends Exception {
    private static final long serialVersionUID = 1;

    public UnresolvedException(String message) {
        super(message);
    }
}
