package io.verge.messages.facilities.element;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text of the characters of International Alphabet No. 5, which are those of ASCII. */
public final class Ia5 {
    private Ia5() {}

    /** Whether all characters of a text are of the alphabet. */
    public static boolean isText(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /** A name, cut to what fits; null when it is empty or has other characters. */
    public static @Nullable String name(String name, int longest) {
        return name.isEmpty() || !isText(name) ? null : name.substring(0, Math.min(name.length(), longest));
    }
}
