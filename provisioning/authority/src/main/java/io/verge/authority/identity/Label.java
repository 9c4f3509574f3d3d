package io.verge.authority.identity;

import io.verge.api.disk.Sha256;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What the label on a box says, as text for a QR code. There is nothing secret on it: whoever scans it at the cabinet can tell whether
 * the box that answers has the key that the factory has seen.
 *
 * @param box its name, or the serial number of one that has none yet
 * @param fingerprint 26 of a-z and 2-7: the first 130 bits of the SHA-256 of the public key (SubjectPublicKeyInfo) in base 32
 */
public record Label(String box, String fingerprint) {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final int BITS = 5;

    /** Of the key that a box had at its first start. */
    public static Label of(String box, PublicKey key) {
        return new Label(
                box, base32(HexFormat.of().parseHex(Sha256.of(key.getEncoded()).hex())));
    }

    /** Such as {@code VERGE:1:box-17:…}; upper case, so that it fits the denser alphabet of QR codes. */
    public String text() {
        return ("VERGE:1:" + box + ":" + fingerprint).toUpperCase(Locale.ROOT);
    }

    private static String base32(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (int digit = 0; digit < LENGTH; digit++) {
            int value = 0;
            for (int bit = digit * BITS; bit < (digit + 1) * BITS; bit++) {
                int octet = octets[bit / Byte.SIZE] & 0xff;
                value = (value << 1) | ((octet >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1);
            }
            text.append(DIGITS.charAt(value));
        }
        return text.toString();
    }
}
