package io.verge.agent.cli;

import io.verge.messages.uper.CodecException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Hexadecimal as people paste it: either case, perhaps {@code 0x} in front, perhaps spaces between. */
public final class Hex {
    private static final HexFormat LOWER_CASE = HexFormat.of();

    private Hex() {}

    static String format(byte[] octets) {
        return LOWER_CASE.formatHex(octets);
    }

    /**
     * Reads octets.
     *
     * @throws CodecException naming the column, counted from 1
     */
    public static byte[] parse(String text) throws CodecException {
        byte[] octets = new byte[text.length() / 2];
        int digits = 0;
        int high = 0;
        for (int at = start(text); at < text.length(); at++) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                continue;
            }
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw CodecException.because(
                        "column " + (at + 1) + ": " + shown(text.codePointAt(at)) + " is no hexadecimal digit");
            }
            if (digits % 2 == 0) {
                high = digit;
            } else {
                octets[digits / 2] = (byte) ((high << 4) | digit);
            }
            digits++;
        }
        if (digits % 2 != 0) {
            throw CodecException.because("column " + text.stripTrailing().length()
                    + ": the last octet has one digit of two (" + digits + " digits)");
        }
        return Arrays.copyOf(octets, digits / 2);
    }

    private static int start(String text) {
        int at = 0;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return text.startsWith("0x", at) || text.startsWith("0X", at) ? at + 2 : at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static String shown(int c) {
        return c > ' ' && c < 127 ? "'" + (char) c + "'" : String.format(Locale.ROOT, "U+%04X", c);
    }
}
