package io.verge.authority.renewal;

/** A box gets no certificate; the message says why, to the box and to people. */
final class PetitionRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Not as the contract says. */
    static final int MALFORMED = 400;
    /** Not by whom it says it is. */
    static final int UNKNOWN = 401;
    /** Who it is may not. */
    static final int FORBIDDEN = 403;
    /** No box is planned for the serial number. */
    static final int UNPLANNED = 404;
    /** The claim has served. */
    static final int USED = 409;
    /** Too often. */
    static final int TOO_SOON = 429;
    /** The authority itself cannot. */
    static final int UNABLE = 503;

    private final int code;

    PetitionRefusedException(int code, String why) {
        super(why);
        this.code = code;
    }

    PetitionRefusedException(int code, Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.code = code;
    }

    int code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
