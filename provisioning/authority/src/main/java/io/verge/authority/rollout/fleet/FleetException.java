package io.verge.authority.rollout.fleet;

import java.io.IOException;

/** The way to the boxes is lost. */
public final class FleetException extends IOException {
    private static final long serialVersionUID = 1;

    public FleetException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
