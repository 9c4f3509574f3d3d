package io.verge.messages.testkit;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;

/** The same value in different notations. */
final class Notation {
    private Notation() {}

    /** Whether two texts are the same octets in hexadecimal, whatever their case and spaces. */
    static boolean sameOctets(String one, String other) {
        String octets = hex(one);
        return octets.matches("([0-9A-F]{2})*") && octets.equals(hex(other));
    }

    private static String hex(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Whether digits 0 and 1 are the bits that stand in hexadecimal octets, padded with zero. */
    static boolean sameBits(String hex, String digits) {
        String bits = digits.replaceAll("\\s", "");
        if (!bits.matches("[01]*")
                || !hex.matches("([0-9A-Fa-f]{2})*")
                || hex.length() / 2 != (bits.length() + 7) / 8) {
            return false;
        }
        StringBuilder padded = new StringBuilder(bits);
        while (padded.length() % 8 != 0) {
            padded.append('0');
        }
        BigInteger expected = padded.isEmpty() ? BigInteger.ZERO : new BigInteger(padded.toString(), 2);
        return new BigInteger(1, HexFormat.of().parseHex(hex)).equals(expected);
    }

    /** Whether our {@code {"value": hex, "length": n}} is exactly these digits. */
    static boolean isBits(JsonTree.Members ours, String digits) {
        String hex = ours.text("value");
        String bits = digits.replaceAll("\\s", "");
        return hex != null
                && ours.members().get("length") instanceof JsonTree.Literal length
                && length.text().equals(Integer.toString(bits.length()))
                && sameBits(hex, bits);
    }
}
