package io.verge.agent.cli;

import java.io.IOException;

/** Standard output cannot be written. */
final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputException(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the reading end of a pipe was closed, as {@code head} does: no reason to complain. */
    boolean readerHasGone() {
        return String.valueOf(getMessage()).contains("Broken pipe");
    }
}
