package io.verge.authority.refusal;

import java.util.regex.Pattern;

/** What others have written, for a message: it must not move the cursor of who reads it. */
public final class Shown {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Shown() {}

    /** The text without control characters. */
    public static String of(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
