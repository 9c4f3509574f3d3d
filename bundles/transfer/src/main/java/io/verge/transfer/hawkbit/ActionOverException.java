package io.verge.transfer.hawkbit;

import java.io.IOException;

/** The server does not know the action any more, or it is not active: stop at once. */
public final class ActionOverException extends IOException {
    private static final long serialVersionUID = 1;

    ActionOverException(String action, int status) {
        super("action " + action + " is over: the server answers " + status);
    }
}
