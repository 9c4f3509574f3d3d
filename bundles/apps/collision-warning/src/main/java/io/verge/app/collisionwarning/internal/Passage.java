package io.verge.app.collisionwarning.internal;

/**
 * What someone does at the stop line ahead.
 *
 * @param kind what
 * @param distance metres from its front to the stop line; infinite when there is none ahead
 */
record Passage(Kind kind, double distance) {
    /** What someone does at a stop line. */
    enum Kind {
        /** May pass, or nobody knows of a reason not to. */
        GOES,
        /** Must stop and is able or about to. */
        STOPS,
        /** Must stop and will not, or has not. */
        VIOLATES
    }

    /** No stop line ahead. */
    static final Passage FREE = new Passage(Kind.GOES, Double.POSITIVE_INFINITY);
}
