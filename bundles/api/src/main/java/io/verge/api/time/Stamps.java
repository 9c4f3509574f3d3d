package io.verge.api.time;

/**
 * When a datum passed each {@link Hop}, on the monotonic clock ({@link Clock#nanoTime()}); {@link #UNSET} where it has not
 * been.
 */
public record Stamps(long received, long decoded, long fused, long announced, long encoded, long sent) {
    /** The datum has not passed this hop. */
    public static final long UNSET = Long.MIN_VALUE;

    /** Of a datum that no device caused, for example a map or a tick of the clock. */
    public static final Stamps NONE = new Stamps(UNSET, UNSET, UNSET, UNSET, UNSET, UNSET);

    /** Of a datum whose last byte came in at this nanosecond. */
    public static Stamps received(long nanos) {
        return NONE.with(Hop.RECEIVED, nanos);
    }

    /** The same with one more hop passed. */
    public Stamps with(Hop hop, long nanos) {
        return switch (hop) {
            case RECEIVED -> new Stamps(nanos, decoded, fused, announced, encoded, sent);
            case DECODED -> new Stamps(received, nanos, fused, announced, encoded, sent);
            case FUSED -> new Stamps(received, decoded, nanos, announced, encoded, sent);
            case ANNOUNCED -> new Stamps(received, decoded, fused, nanos, encoded, sent);
            case ENCODED -> new Stamps(received, decoded, fused, announced, nanos, sent);
            case SENT -> new Stamps(received, decoded, fused, announced, encoded, nanos);
        };
    }

    /** When the hop was passed, or {@link #UNSET}. */
    public long at(Hop hop) {
        return switch (hop) {
            case RECEIVED -> received;
            case DECODED -> decoded;
            case FUSED -> fused;
            case ANNOUNCED -> announced;
            case ENCODED -> encoded;
            case SENT -> sent;
        };
    }
}
