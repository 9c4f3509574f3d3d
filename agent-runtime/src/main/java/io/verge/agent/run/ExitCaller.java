package io.verge.agent.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * Who ends this process, found while it ends: a thread that handles a signal and is named after it, or one that is within
 * {@code System.exit}.
 */
final class ExitCaller {
    private ExitCaller() {}

    /** The class and method that called {@code System.exit}; empty when it was a signal. */
    static Optional<String> find() {
        return find(Thread.getAllStackTraces().values());
    }

    static Optional<String> find(Collection<StackTraceElement[]> stacks) {
        return stacks.stream()
                .filter(ExitCaller::exits)
                .flatMap(stack -> Arrays.stream(stack)
                        .filter(frame -> !frame.getClassName().startsWith("java."))
                        .limit(1))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .findFirst();
    }

    /** Also the last thread's return ends the process, without it; a signal's handler calls the inner class at once. */
    private static boolean exits(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }
}
