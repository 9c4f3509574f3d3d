package io.verge.driver.recording.internal;

/**
 * What a number of the format may be.
 *
 * @param min inclusive
 * @param max inclusive
 */
record Range(double min, double max) {
    /** Metres in the site frame. */
    static final Range COORDINATE = new Range(-100_000, 100_000);

    static final Range ANGLE = new Range(-360, 360);
    /** Milliseconds since 1970: the years 2000 to 2100. */
    static final Range TIME = new Range(946_684_800_000d, 4_102_444_800_000d);

    boolean contains(double number) {
        return number >= min && number <= max;
    }

    /** The number itself. */
    double check(String key, double number) throws BadLineException {
        if (!contains(number)) {
            throw new BadLineException(key, text(number), "a number from " + text(min) + " to " + text(max));
        }
        return number;
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
