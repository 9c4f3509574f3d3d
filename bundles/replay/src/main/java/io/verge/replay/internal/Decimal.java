package io.verge.replay.internal;

/** Numbers as text, the same on every machine and in every locale. */
final class Decimal {
    private static final int SCALE = 1_000;
    private static final double MAX = 1e12;

    private Decimal() {}

    /**
     * Appends a number rounded to three decimals, without zeros at its end.
     *
     * @param number finite, and not greater than 10¹² either way
     */
    static void append(StringBuilder out, double number) {
        if (!(Math.abs(number) <= MAX)) {
            throw new IllegalArgumentException("not a number that can be written: " + number);
        }
        long scaled = Math.round(number * SCALE);
        if (scaled < 0) {
            out.append('-');
        }
        long positive = Math.abs(scaled);
        out.append(positive / SCALE);
        int rest = (int) (positive % SCALE);
        if (rest > 0) {
            out.append('.').append((char) ('0' + rest / 100));
            if (rest % 100 > 0) {
                out.append((char) ('0' + rest / 10 % 10));
            }
            if (rest % 10 > 0) {
                out.append((char) ('0' + rest % 10));
            }
        }
    }

    /** Whether {@link #append} takes it. */
    static boolean writable(double number) {
        return Math.abs(number) <= MAX;
    }
}
