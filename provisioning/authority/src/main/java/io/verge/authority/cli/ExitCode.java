package io.verge.authority.cli;

/** What the process says when it ends: the same as that of {@code verge}. */
public final class ExitCode {
    /** Everything was done. */
    public static final int OK = 0;
    /** It was refused, or a part of it was. */
    public static final int NOT_OK = 1;
    /** The command line was not understood; nothing was done. */
    public static final int USAGE = 2;
    /** A fault in the program. */
    public static final int FAULT = 70;
    /** Input cannot be read, or output cannot be written. */
    public static final int IO_ERROR = 74;

    private ExitCode() {}
}
