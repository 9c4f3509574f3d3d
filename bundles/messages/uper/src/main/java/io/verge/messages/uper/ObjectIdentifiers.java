package io.verge.messages.uper;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Contents octets of OBJECT IDENTIFIER and RELATIVE-OID (X.690 8.19, 8.20) to and from dotted text. */
final class ObjectIdentifiers {
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int MAX_ARC_OCTETS = 8;

    private ObjectIdentifiers() {}

    /** Null when the octets are no identifier: empty, unfinished, not minimal, or with a number above 2^56. */
    static @Nullable String toText(byte[] contents, boolean relative) {
        StringBuilder text = new StringBuilder(3 * contents.length);
        long arc = 0;
        int octets = 0;
        for (byte octet : contents) {
            if ((octets == 0 && octet == (byte) 0x80) || ++octets > MAX_ARC_OCTETS) {
                return null;
            }
            arc = arc << 7 | (octet & 0x7F);
            if (octet >= 0) {
                if (text.isEmpty() && !relative) {
                    long first = Math.min(arc / 40, 2);
                    text.append(first).append('.').append(arc - 40 * first);
                } else {
                    text.append(text.isEmpty() ? "" : ".").append(arc);
                }
                arc = 0;
                octets = 0;
            }
        }
        return octets > 0 || text.isEmpty() ? null : text.toString();
    }

    /** Null when the text is no identifier. */
    static byte @Nullable [] toContents(String text, boolean relative) {
        if (!text.matches("[0-9]{1,16}(\\.[0-9]{1,16})*")) {
            return null;
        }
        List<String> numbers = DOT.splitAsStream(text).toList();
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        int next = 0;
        if (!relative) {
            if (numbers.size() < 2) {
                return null;
            }
            long first = Long.parseLong(numbers.get(0));
            long second = Long.parseLong(numbers.get(1));
            if (first > 2 || (first < 2 && second > 39)) {
                return null;
            }
            writeArc(contents, 40 * first + second);
            next = 2;
        }
        for (; next < numbers.size(); next++) {
            writeArc(contents, Long.parseLong(numbers.get(next)));
        }
        return contents.toByteArray();
    }

    private static void writeArc(ByteArrayOutputStream to, long arc) {
        int shift = 0;
        while (arc >>> shift >>> 7 != 0) {
            shift += 7;
        }
        for (; shift > 0; shift -= 7) {
            to.write((int) ((arc >>> shift & 0x7F) | 0x80));
        }
        to.write((int) (arc & 0x7F));
    }
}
