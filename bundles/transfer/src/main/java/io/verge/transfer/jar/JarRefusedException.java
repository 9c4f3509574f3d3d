package io.verge.transfer.jar;

import org.jspecify.annotations.Nullable;

/** A jar is not what it should be; the message says why, in one line fit for a terminal, whatever stood in the jar. */
public final class JarRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int MAX_SHOWN = 200;

    JarRefusedException(String message) {
        super(message);
    }

    JarRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What stands in a jar of a stranger, without control characters, and cut after 200 others. */
    public static String shown(@Nullable String text) {
        String whole = String.valueOf(text);
        String cut = whole.length() <= MAX_SHOWN ? whole : whole.substring(0, MAX_SHOWN) + "...";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
