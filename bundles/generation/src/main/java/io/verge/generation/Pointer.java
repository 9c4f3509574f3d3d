package io.verge.generation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files {@code current} and {@code good} hold: which generation, and the SHA-256 of its set, so that a set that has
 * changed is not taken for the one that was meant.
 *
 * @param sha256 of {@code set.json}; {@code -} for generation 0, which has none
 */
record Pointer(int number, String sha256) {
    static final Pointer SHIPPED = new Pointer(0, "-");

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}) ([0-9a-f]{64}|-)\n");

    byte[] write() {
        return Checked.write(number + " " + sha256 + "\n");
    }

    /** Empty when it is not what was written. */
    static Optional<Pointer> read(byte[] content) {
        return Checked.read(content)
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .map(found -> new Pointer(Integer.parseInt(found.group(1)), found.group(2)));
    }
}
