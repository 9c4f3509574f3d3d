package io.verge.netlab;

/**
 * What becomes of a datagram.
 *
 * @param arrival when it comes out; meaningless when it does not
 * @param again when a copy of it comes out; {@link #NEVER} without one
 * @param corrupt whether an octet of it is another one then
 */
public record Passage(Fate fate, long arrival, long again, boolean corrupt) {
    /** No instant. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Whether it comes out, and why not. */
    public enum Fate {
        PASSED,
        /** By the radio. */
        LOST,
        /** The queue before the link was full. */
        QUEUE_FULL,
        /** The link was down. */
        OUTAGE
    }

    static Passage none(Fate why) {
        return new Passage(why, NEVER, NEVER, false);
    }
}
