package io.verge.agent.cli;

/** What the process says when it ends; the last two after BSD's sysexits. */
final class ExitCode {
    /** Everything was done. */
    static final int OK = 0;
    /** At least one line was bad; the others were done. */
    static final int BAD_LINE = 1;
    /** The command line was not understood; nothing was done. */
    static final int USAGE = 2;
    /** A fault in the program. */
    static final int FAULT = 70;
    /** Input cannot be read, or output cannot be written. */
    static final int IO_ERROR = 74;

    private ExitCode() {}
}
