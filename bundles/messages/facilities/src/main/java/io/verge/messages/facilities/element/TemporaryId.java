package io.verge.messages.facilities.element;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that a road user gives itself, which changes from time to time. */
public final class TemporaryId {
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]+");

    private TemporaryId() {}

    /**
     * Hexadecimal digits for so many octets, with zeros before what is shorter; null when the text is not hexadecimal, or
     * longer.
     */
    public static @Nullable String digits(String text, int octets) {
        int length = 2 * octets;
        return text.length() <= length && DIGITS.matcher(text).matches()
                ? "0".repeat(length - text.length()) + text
                : null;
    }
}
