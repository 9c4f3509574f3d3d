package io.verge.api.disk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A text behind its CRC-32C (RFC 3720 §12.1) in eight digits of hexadecimal, so that a torn or rotten one is known. */
public final class CheckedText {
    private static final int DIGITS = 8;

    private CheckedText() {}

    /**
     * What is to be written.
     *
     * @param between stands between the CRC and the text
     */
    public static String of(char between, String text) {
        return crc(text) + between + text;
    }

    /** The text of what was read; empty when it is not what was written. */
    public static Optional<String> read(char between, String written) {
        if (written.length() <= DIGITS || written.charAt(DIGITS) != between) {
            return Optional.empty();
        }
        String text = written.substring(DIGITS + 1);
        return Optional.of(text).filter(one -> crc(one).equals(written.substring(0, DIGITS)));
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
