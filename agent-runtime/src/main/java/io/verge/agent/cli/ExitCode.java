package io.verge.agent.cli;

import io.verge.agent.launcher.BoxAgent;

/** What the process says when it ends; those from 64 on after BSD's sysexits. */
public final class ExitCode {
    /** Everything was done. */
    public static final int OK = 0;
    /** At least one line was bad; the others were done. */
    public static final int BAD_LINE = 1;
    /** The command line was not understood; nothing was done. */
    public static final int USAGE = 2;
    /** What was asked about is there but does not work as it should. */
    public static final int NOT_OK = 1;
    /** No agent answers, or it refused. */
    public static final int UNAVAILABLE = 69;
    /** A fault in the program. */
    public static final int FAULT = 70;
    /** Input cannot be read, or output cannot be written. */
    public static final int IO_ERROR = 74;
    /** The set of bundles was not healthy: start the process again, and it decides anew. */
    public static final int START_AGAIN = BoxAgent.START_AGAIN;

    /** The configuration is wrong or missing. */
    public static final int CONFIGURATION = 78;

    private ExitCode() {}
}
