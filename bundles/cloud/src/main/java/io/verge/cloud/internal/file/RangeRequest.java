package io.verge.cloud.internal.file;

import io.verge.api.cloud.Ranges;
import java.util.regex.Pattern;

/**
 * A part of a file that is asked for.
 *
 * @param path as the cloud calls the file
 * @param to behind the last octet
 */
record RangeRequest(String path, long from, long to) {
    private static final int LONGEST = 512;
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    /** Octets of a file, at most. */
    static final long LARGEST = 1L << 40;

    RangeRequest {
        if (path.length() > LONGEST || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "path: names of A-Z, a-z, 0-9, '.', '_' and '-' with slashes between were expected, 512 characters"
                            + " at most");
        }
        if (from < 0 || to <= from || to - from > Ranges.MOST || to > LARGEST) {
            throw new IllegalArgumentException("from and to: 1 to " + Ranges.MOST + " octets were expected");
        }
    }
}
