package io.verge.generation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files {@code current} and {@code good} hold: which generation, and the SHA-256 of its set, so that a set that has
 * changed is not taken for the one that was meant.
 *
 * @param serial from 1, higher each time the box is pointed anywhere: who points again to the same means new attempts
 * @param sha256 of {@code set.json}; {@code -} for generation 0, which has none
 */
record Pointer(int number, int serial, String sha256) {
    /** Of a box that was never pointed anywhere. */
    static final Pointer SHIPPED = new Pointer(0, 0, "-");

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}) ([0-9]{1,9}) ([0-9a-f]{64}|-)\n");

    byte[] write() {
        return Checked.write(number + " " + serial + " " + sha256 + "\n");
    }

    /** Empty when it is not what was written. */
    static Optional<Pointer> read(byte[] content) {
        return Checked.read(content)
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .map(found -> new Pointer(
                        Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), found.group(3)));
    }
}
