package io.verge.transfer.jar;

/**
 * What a jar may be.
 *
 * @param entries at most, 1 to 65,534
 * @param unpacked octets of all entries together at most, with what is in jars within it, up to 2 GiB
 * @param meta octets of a file that lies directly in {@code META-INF}, which Java reads into memory as a whole
 * @param nativeCode whether it may hold code for a processor, or declare it
 */
public record JarRules(int entries, long unpacked, long meta, boolean nativeCode) {
    /** 10,000 entries, 256 MiB unpacked, 1 MiB a file in {@code META-INF}, no native code. */
    public static final JarRules STRICT = new JarRules(10_000, 256L << 20, 1L << 20, false);

    private static final int MOST_ENTRIES = 65_534;

    public JarRules {
        if (entries < 1 || entries > MOST_ENTRIES || unpacked < 1 || unpacked > Integer.MAX_VALUE || meta < 1) {
            throw new IllegalArgumentException("no rules for jars: " + entries + " entries, " + unpacked + " octets");
        }
    }

    /** The same, with native code. */
    public JarRules withNativeCode() {
        return new JarRules(entries, unpacked, meta, true);
    }
}
