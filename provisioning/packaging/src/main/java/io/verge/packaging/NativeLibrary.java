package io.verge.packaging;

import java.util.regex.Pattern;

/** Which entries of a jar are native libraries, and for whom. Judged by the file itself: names of folders follow no rule. */
final class NativeLibrary {
    /** What of a file is looked at: ELF's header up to {@code e_machine}. */
    static final int HEADER = 20;

    private static final Pattern NAME = Pattern.compile("(?i).+\\.(so(\\.\\d+)*|dll|dylib|jnilib)");
    /** ELF as well, but of systems with another C library. */
    private static final Pattern OTHER_SYSTEM = Pattern.compile("(?i)(.*/)?(android|freebsd|openbsd|solaris)/.+");

    private static final byte CLASS_64 = 2;
    private static final byte LITTLE_ENDIAN = 1;

    private NativeLibrary() {}

    static boolean isOne(String entry) {
        return NAME.matcher(entry).matches();
    }

    /**
     * Whether Linux can load it.
     *
     * @param entry its name in the jar
     * @param head at least its first {@link #HEADER} octets, or all when there are fewer
     */
    static boolean fits(String entry, byte[] head, Architecture architecture) {
        return !OTHER_SYSTEM.matcher(entry).matches()
                && head.length >= HEADER
                && head[0] == 0x7f
                && head[1] == 'E'
                && head[2] == 'L'
                && head[3] == 'F'
                && head[4] == CLASS_64
                && head[5] == LITTLE_ENDIAN
                && ((head[18] & 0xff) | (head[19] & 0xff) << 8) == architecture.machine();
    }
}
