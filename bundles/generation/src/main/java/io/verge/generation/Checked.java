package io.verge.generation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A text below its CRC-32C (RFC 3720 §12.1) in hexadecimal, so that a torn or rotten one is known. */
final class Checked {
    private static final int DIGITS = 8;

    private Checked() {}

    static byte[] write(String text) {
        return (crc(text) + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** Empty when it is not what was written. */
    static Optional<String> read(byte[] content) {
        String all = new String(content, StandardCharsets.UTF_8);
        if (all.length() <= DIGITS || all.charAt(DIGITS) != '\n') {
            return Optional.empty();
        }
        String text = all.substring(DIGITS + 1);
        return Optional.of(text).filter(one -> crc(one).equals(all.substring(0, DIGITS)));
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
