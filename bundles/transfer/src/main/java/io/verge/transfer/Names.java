package io.verge.transfer;

import java.util.regex.Pattern;

/** Names of files in signed metadata. They are looked up in sources; on the box's own disk nothing is named after them. */
public final class Names {
    private static final int LONGEST = 512;
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    private Names() {}

    /** Whether it is relative, plain, and leads nowhere else. */
    public static boolean isSound(String path) {
        return path.length() <= LONGEST && PATH.matcher(path).matches();
    }

    /** What stands behind the last slash. */
    public static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
