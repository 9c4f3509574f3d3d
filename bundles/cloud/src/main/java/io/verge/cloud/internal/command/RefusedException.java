package io.verge.cloud.internal.command;

/** A request that does not become a run; says how it is answered. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    RefusedException(int code, String why) {
        super(why);
        this.code = code;
    }

    Reply reply() {
        return Reply.why(code, String.valueOf(getMessage()));
    }
}
