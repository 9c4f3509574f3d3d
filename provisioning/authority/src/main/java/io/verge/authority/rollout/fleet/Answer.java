package io.verge.authority.rollout.fleet;

/**
 * What became of asking.
 *
 * @param why not, for people; empty when it was done
 */
public record Answer(Kind kind, String why) {
    /** It is asked. */
    public static final Answer DONE = new Answer(Kind.DONE, "");

    /** Whether to ask again. */
    public enum Kind {
        /** It is asked. */
        DONE,
        /** Not yet: try again. */
        LATER,
        /** It cannot be. */
        NEVER
    }

    /** Try again. */
    public static Answer later(String why) {
        return new Answer(Kind.LATER, why);
    }

    /** It cannot be. */
    public static Answer never(String why) {
        return new Answer(Kind.NEVER, why);
    }
}
