package io.verge.messages.uper;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable OCTET STRING: equal when its octets are equal. */
public final class Octets {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] octets;

    /** Takes the array as it is; it must not change afterwards. */
    Octets(byte[] owned) {
        this.octets = owned;
    }

    /** No octet at all. */
    public static Octets empty() {
        return EMPTY;
    }

    /** A copy of the given octets. */
    public static Octets copyOf(byte... octets) {
        return new Octets(octets.clone());
    }

    /** A copy of a part of an array. */
    public static Octets copyOf(byte[] octets, int offset, int length) {
        return new Octets(Arrays.copyOfRange(octets, offset, offset + length));
    }

    /**
     * Reads hexadecimal digits, upper or lower case, without separators.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Octets ofHex(CharSequence hex) {
        return new Octets(HexFormat.of().parseHex(hex));
    }

    /** Number of octets. */
    public int length() {
        return octets.length;
    }

    /** The octet at an index from zero, as an unsigned number. */
    public int at(int index) {
        return octets[index] & 0xFF;
    }

    /** A copy of the octets. */
    public byte[] toByteArray() {
        return octets.clone();
    }

    /** The octets as upper-case hexadecimal digits. */
    public String hex() {
        return HEX.formatHex(octets);
    }

    byte[] array() {
        return octets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return hex();
    }
}
