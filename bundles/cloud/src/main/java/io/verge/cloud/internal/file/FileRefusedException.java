package io.verge.cloud.internal.file;

/** A request for a file that is refused. */
public final class FileRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    /** @param code as in HTTP */
    FileRefusedException(int code, String why) {
        super(why);
        this.code = code;
    }

    /** As in HTTP. */
    public int code() {
        return code;
    }
}
