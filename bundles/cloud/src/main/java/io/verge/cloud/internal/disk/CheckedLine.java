package io.verge.cloud.internal.disk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/** One line of text behind its CRC-32C (RFC 3720 §12.1) in hexadecimal, so that a torn or rotten one is known. */
public final class CheckedLine {
    private static final int DIGITS = 8;

    private CheckedLine() {}

    /**
     * With the CRC and the end of the line.
     *
     * @param text without an end of line
     */
    public static String of(String text) {
        return crc(text) + " " + text + "\n";
    }

    /**
     * The text of a line; empty when it is not what was written.
     *
     * @param line without its end
     */
    public static Optional<String> text(String line) {
        if (line.length() <= DIGITS || line.charAt(DIGITS) != ' ') {
            return Optional.empty();
        }
        String text = line.substring(DIGITS + 1);
        return Optional.of(text).filter(one -> crc(one).equals(line.substring(0, DIGITS)));
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
