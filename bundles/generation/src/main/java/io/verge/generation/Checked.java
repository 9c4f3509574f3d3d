package io.verge.generation;

import io.verge.api.disk.CheckedText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The content of a file whose first line is the CRC of the others. */
final class Checked {
    private Checked() {}

    static byte[] write(String text) {
        return CheckedText.of('\n', text).getBytes(StandardCharsets.UTF_8);
    }

    /** Empty when it is not what was written. */
    static Optional<String> read(byte[] content) {
        return CheckedText.read('\n', new String(content, StandardCharsets.UTF_8));
    }
}
