package io.verge.generation;

import java.io.IOException;

/** What is on the disk is not what was written there; the message names the file. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(String message) {
        super(message);
    }

    DamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
