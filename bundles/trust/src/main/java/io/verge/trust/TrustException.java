package io.verge.trust;

/** Metadata or a target was refused. Nothing of it was kept; what was trusted before still is. */
public final class TrustException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** It is not what TUF describes. */
        MALFORMED,
        /** Fewer keys than the threshold have signed it. */
        SIGNATURES,
        /** It is older than what was trusted before. */
        ROLLBACK,
        /** It was to be used only until some time ago. */
        EXPIRED,
        /** It is not what the role above it has promised: version, length or hash. */
        MISMATCH,
        /** It is more than this box takes. */
        TOO_MUCH,
        /** The role above does not know it. */
        ABSENT
    }

    /** Long enough for every sentence of ours; what is quoted in it may be longer. */
    private static final int LONGEST_MESSAGE = 400;

    private final Reason reason;
    private final String role;

    /**
     * @param role whose metadata it is, or the target
     * @param message what was found and what was expected
     */
    public TrustException(Reason reason, String role, String message) {
        super(printable(role + ": " + message));
        this.reason = reason;
        this.role = role;
    }

    /** Names in metadata are somebody else's words: they do not get to write lines of a log. */
    private static String printable(String text) {
        String cut = text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    public Reason reason() {
        return reason;
    }

    /** Whose metadata was refused, such as {@code timestamp}; or which target. */
    public String role() {
        return role;
    }
}
