package io.verge.cloud.internal.twin;

/** A desired document cannot be taken; the message says why, for people. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
