package io.verge.messages.uper;

import java.util.Arrays;

/**
 * An immutable BIT STRING. Bit 0 is the first on the wire, as in a named bit list. Up to 64 bits are kept
 * in one word; longer strings in octets.
 */
public final class BitString {
    private static final byte[] NONE = new byte[0];
    private static final int WORD = 64;

    private final int length;
    /** The bits when length is at most 64: the last bit of the string is the lowest of the word. */
    private final long word;
    /** The bits when length is more than 64: left-aligned, zero-padded. */
    private final byte[] octets;

    private BitString(int length, long word, byte[] octets) {
        this.length = length;
        this.word = word;
        this.octets = octets;
    }

    /**
     * A string of up to 64 bits.
     *
     * @param bits the string, its last bit lowest; bits above {@code length} must be zero
     * @param length number of bits, 0 to 64
     */
    public static BitString of(long bits, int length) {
        if (length < 0 || length > WORD || (length < WORD && bits >>> length != 0)) {
            throw new IllegalArgumentException("no string of " + length + " bits: 0x" + Long.toHexString(bits));
        }
        return new BitString(length, bits, NONE);
    }

    /**
     * A string in which exactly the given bits are set.
     *
     * @param length number of bits
     * @param set positions, each from 0 to length - 1
     */
    public static BitString withBits(int length, int... set) {
        byte[] octets = new byte[(length + 7) / 8];
        for (int bit : set) {
            if (bit < 0 || bit >= length) {
                throw new IllegalArgumentException("bit " + bit + " of a string of " + length);
            }
            octets[bit >> 3] |= (byte) (0x80 >> (bit & 7));
        }
        return ofOctets(octets, length);
    }

    /** A string from left-aligned octets; bits after {@code length} are ignored. */
    public static BitString copyOf(byte[] octets, int length) {
        if (length < 0 || octets.length != (length + 7) / 8) {
            throw new IllegalArgumentException(length + " bits do not fill " + octets.length + " octets");
        }
        byte[] copy = octets.clone();
        if ((length & 7) != 0) {
            copy[copy.length - 1] &= (byte) (0xFF00 >> (length & 7));
        }
        return ofOctets(copy, length);
    }

    /** Takes the array as it is: left-aligned, zero-padded. */
    static BitString ofOctets(byte[] owned, int length) {
        if (length > WORD) {
            return new BitString(length, 0, owned);
        }
        long word = 0;
        for (byte octet : owned) {
            word = word << 8 | (octet & 0xFF);
        }
        return new BitString(length, word >>> (owned.length * 8 - length), NONE);
    }

    /** Number of bits. */
    public int length() {
        return length;
    }

    /** Whether a bit is set; bits beyond the end are not. */
    public boolean get(int bit) {
        if (bit < 0 || bit >= length) {
            return false;
        }
        return length <= WORD ? (word >>> (length - 1 - bit) & 1) != 0 : (octets[bit >> 3] & 0x80 >> (bit & 7)) != 0;
    }

    /** Whether no bit is set. */
    public boolean isZero() {
        for (byte octet : octets) {
            if (octet != 0) {
                return false;
            }
        }
        return word == 0;
    }

    /** The bits as a number, the last bit lowest. */
    public long toLong() {
        if (length > WORD) {
            throw new IllegalStateException(length + " bits do not fit a long");
        }
        return word;
    }

    /** Left-aligned, zero-padded octets. */
    public byte[] toByteArray() {
        if (length > WORD) {
            return octets.clone();
        }
        byte[] result = new byte[(length + 7) / 8];
        long left = length == 0 ? 0 : word << (WORD - length);
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) (left >>> (WORD - 8 - 8 * i));
        }
        return result;
    }

    /**
     * The same value in the size that X.691 16.2 asks of a string with named bits: trailing zero bits are
     * meaningless there, so they are added or removed until the size fits best.
     *
     * @param atLeast lower bound of the size
     */
    public static BitString named(BitString value, int atLeast) {
        return value.length == atLeast ? value : value.fitted(atLeast);
    }

    private BitString fitted(int atLeast) {
        int end = length;
        while (end > atLeast && !get(end - 1)) {
            end--;
        }
        int size = Math.max(end, atLeast);
        if (size == length) {
            return this;
        }
        return size <= WORD && length <= WORD
                ? new BitString(size, size > length ? word << (size - length) : word >>> (length - size), NONE)
                : ofOctets(Arrays.copyOf(toByteArray(), (size + 7) / 8), size);
    }

    byte[] array() {
        return octets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitString that
                && length == that.length
                && word == that.word
                && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * length + Long.hashCode(word)) + Arrays.hashCode(octets);
    }

    /** The bits as the digits 0 and 1, first bit first. */
    @Override
    public String toString() {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append(get(i) ? '1' : '0');
        }
        return digits.toString();
    }
}
