package io.verge.cloud.internal.disk;

import io.verge.api.disk.CheckedText;
import java.util.Optional;

/** A line of text behind its CRC. */
public final class CheckedLine {
    private CheckedLine() {}

    /**
     * With the CRC and the end of the line.
     *
     * @param text without an end of line
     */
    public static String of(String text) {
        return CheckedText.of(' ', text) + "\n";
    }

    /**
     * The text of a line; empty when it is not what was written.
     *
     * @param line without its end
     */
    public static Optional<String> text(String line) {
        return CheckedText.read(' ', line);
    }
}
