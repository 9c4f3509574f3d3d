package io.verge.api.status;

/** How a part of the box is. */
public enum State {
    /** Not there yet: connecting, or waiting for its first datum. */
    STARTING,
    /** Works. */
    OK,
    /** Cannot work here: the site lacks what it needs. */
    NOT_POSSIBLE,
    /** Works in part, or not now, and is trying. */
    DEGRADED,
    /** Does not work and will not by trying alone. */
    FAILED,
    /** Was stopped because it failed too often; waits for a maintainer or a new configuration. */
    QUARANTINED,
    /** Has done all there was to do, as a recording that has ended. */
    FINISHED,
    /** Was stopped on purpose. */
    STOPPED
}
