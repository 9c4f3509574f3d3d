package io.verge.messages.uper;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes unaligned PER (X.691), canonically, 64 bits at a time. Values out of range are refused with the
 * value and its range; the caller adds the field. Not safe for use by several threads; can be used again
 * after {@link #clear}, and then allocates nothing but the result of {@link #toByteArray}.
 */
public final class BitWriter extends BitSink {
    /** Number of items in a block of a fragmented encoding. */
    public static final int FRAGMENT = 16_384;

    private static final int SMALL = 64;

    // ---- fixed widths

    /** One bit. */
    public void bit(boolean value) throws CodecException {
        bits(value ? 1 : 0, 1);
    }

    /** A constrained integer that fits an int. */
    public void integer(int value, int lower, int upper, int width) throws CodecException {
        if (value < lower || value > upper) {
            throw CodecException.because("value " + value + " of " + lower + ".." + upper);
        }
        bits((long) value - lower, width);
    }

    /** A constrained integer; an upper bound from 2^63 is unsigned. */
    public void integer(long value, long lower, long upper, int width) throws CodecException {
        if (Long.compareUnsigned(value - lower, upper - lower) > 0) {
            throw CodecException.because("value " + value + " of " + lower + ".." + Long.toUnsignedString(upper));
        }
        bits(value - lower, width);
    }

    /** A constrained integer whose range can be left: one bit says whether it is. */
    public void extensibleInteger(long value, long lower, long upper, int width) throws CodecException {
        boolean outside = value < lower || value > upper;
        bit(outside);
        if (outside) {
            unconstrained(value);
        } else {
            bits(value - lower, width);
        }
    }

    /** An integer with a lower bound only. */
    public void semiConstrained(long value, long lower) throws CodecException {
        long offset = value - lower;
        if (value < lower || offset < 0) {
            throw CodecException.because("value " + value + " of " + lower + "..MAX");
        }
        int octets = Math.max(1, (WORD - Long.numberOfLeadingZeros(offset) + 7) / 8);
        bits(octets, 8);
        bits(offset, 8 * octets);
    }

    /** An unbounded integer, in the fewest octets. */
    public void unconstrained(long value) throws CodecException {
        int magnitude = WORD - Long.numberOfLeadingZeros(value < 0 ? ~value : value);
        int octets = magnitude / 8 + 1;
        bits(octets, 8);
        bits(octets == 8 ? value : value & (1L << (8 * octets)) - 1, 8 * octets);
    }

    /** An index of a closed ENUMERATED or CHOICE. */
    public void index(int index, int width) throws CodecException {
        bits(index, width);
    }

    /** A value of an extensible ENUMERATED with {@code root} root values. */
    public void enumerated(Enumeration value, int root, int width) throws CodecException {
        int index = value.index();
        bit(index >= root);
        if (index < root) {
            bits(index, width);
        } else {
            normallySmall(index - root);
        }
    }

    /** A normally small non-negative number. */
    public void normallySmall(int value) throws CodecException {
        if (value < 0 || value > BitReader.MAX_INDEX) {
            throw CodecException.because("index " + value + " of 0.." + BitReader.MAX_INDEX);
        }
        if (value < SMALL) {
            bits(value, 7);
        } else {
            bit(true);
            semiConstrained(value, 0);
        }
    }

    /** NULL, which takes no bit. */
    public void nothing() throws CodecException {
        bits(0, 0);
    }

    // ---- lengths

    /** A length between bounds below 65536. */
    public void size(int size, int lower, int upper, int width) throws CodecException {
        checkSize(size, lower, upper);
        bits(size - lower, width);
    }

    /** Checks a length that is not written with these bounds. */
    public static void checkSize(int size, int lower, int upper) throws CodecException {
        if (size < lower || size > upper) {
            throw CodecException.because(
                    "size " + size + " of " + lower + ".." + (upper == Integer.MAX_VALUE ? "MAX" : upper));
        }
    }

    /**
     * A length determinant. When the length is 16384 or more, that of a fragment: after as many items call
     * again with what is left, until the result is all that was asked for and below 16384.
     *
     * @return number of items to write now
     */
    public int length(int length) throws CodecException {
        if (length < 128) {
            bits(length, 8);
            return length;
        }
        if (length < FRAGMENT) {
            bits(0x8000 | length, 16);
            return length;
        }
        int blocks = Math.min(length / FRAGMENT, 4);
        bits(0xC0 | blocks, 8);
        return blocks * FRAGMENT;
    }

    // ---- strings

    /** An OCTET STRING whose size is within bounds below 65536. */
    public void octets(Octets value, int lower, int upper, int width) throws CodecException {
        size(value.length(), lower, upper, width);
        octets(value.array(), 0, value.length());
    }

    /** An OCTET STRING whose bounds can be left: one bit says whether they are. */
    public void octetsExtensible(Octets value, int lower, int upper, int width) throws CodecException {
        if (extended(value.length(), lower, upper)) {
            octetsWithLength(value.array(), value.length());
        } else {
            octets(value, lower, upper, width);
        }
    }

    /** An OCTET STRING behind a length determinant. */
    public void octetsAtLeast(Octets value, int lower) throws CodecException {
        checkSize(value.length(), lower, Integer.MAX_VALUE);
        octetsWithLength(value.array(), value.length());
    }

    private boolean extended(int size, int lower, int upper) throws CodecException {
        boolean outside = size < lower || size > upper;
        bit(outside);
        return outside;
    }

    private void octetsWithLength(byte[] octets, int length) throws CodecException {
        int done = 0;
        int part;
        do {
            part = length(length - done);
            octets(octets, done, part);
            done += part;
        } while (part >= FRAGMENT);
    }

    /** A BIT STRING whose size is within bounds below 65536. */
    public void bitString(BitString value, int lower, int upper, int width) throws CodecException {
        size(value.length(), lower, upper, width);
        bitString(value, 0, value.length());
    }

    /** A BIT STRING whose bounds can be left: one bit says whether they are. */
    public void bitStringExtensible(BitString value, int lower, int upper, int width) throws CodecException {
        if (extended(value.length(), lower, upper)) {
            bitStringWithLength(value);
        } else {
            bitString(value, lower, upper, width);
        }
    }

    /** A BIT STRING behind a length determinant. */
    public void bitStringAtLeast(BitString value, int lower) throws CodecException {
        checkSize(value.length(), lower, Integer.MAX_VALUE);
        bitStringWithLength(value);
    }

    private void bitStringWithLength(BitString value) throws CodecException {
        int done = 0;
        int part;
        do {
            part = length(value.length() - done);
            bitString(value, done, part);
            done += part;
        } while (part >= FRAGMENT);
    }

    /** From a multiple of 8 on. */
    private void bitString(BitString value, int from, int length) throws CodecException {
        if (value.length() <= WORD) {
            bits(value.toLong(), length);
            return;
        }
        octets(value.array(), from / 8, length / 8);
        int rest = length & 7;
        if (rest != 0) {
            bits((value.array()[(from + length) / 8] & 0xFF) >>> (8 - rest), rest);
        }
    }

    /** A known-multiplier string (X.691 30) whose size is within bounds below 65536. */
    public void text(String value, int characterWidth, @Nullable String alphabet, int lower, int upper, int width)
            throws CodecException {
        size(value.length(), lower, upper, width);
        text(value, 0, value.length(), characterWidth, alphabet);
    }

    /** A known-multiplier string whose bounds can be left: one bit says whether they are. */
    public void textExtensible(
            String value, int characterWidth, @Nullable String alphabet, int lower, int upper, int width)
            throws CodecException {
        if (extended(value.length(), lower, upper)) {
            textAtLeast(value, characterWidth, alphabet, 0);
        } else {
            text(value, characterWidth, alphabet, lower, upper, width);
        }
    }

    /** A known-multiplier string behind a length determinant. */
    public void textAtLeast(String value, int characterWidth, @Nullable String alphabet, int lower)
            throws CodecException {
        checkSize(value.length(), lower, Integer.MAX_VALUE);
        int done = 0;
        int part;
        do {
            part = length(value.length() - done);
            text(value, done, done + part, characterWidth, alphabet);
            done += part;
        } while (part >= FRAGMENT);
    }

    private void text(String value, int from, int to, int width, @Nullable String alphabet) throws CodecException {
        for (int i = from; i < to; i++) {
            char character = value.charAt(i);
            int code = alphabet == null ? character : alphabet.indexOf(character);
            if (code < 0 || code >>> width != 0) {
                throw CodecException.because(
                        "character " + (int) character + " at " + i + " is not one of this string's alphabet");
            }
            bits(code, width);
        }
    }

    /** A UTF8String. */
    public void utf8(String value) throws CodecException {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        octetsWithLength(octets, octets.length);
    }

    /** An OBJECT IDENTIFIER or RELATIVE-OID from numbers with dots between. */
    public void objectIdentifier(String value, boolean relative) throws CodecException {
        byte[] contents = ObjectIdentifiers.toContents(value, relative);
        if (contents == null) {
            throw CodecException.because("not an object identifier: " + value);
        }
        octetsWithLength(contents, contents.length);
    }

    // ---- open types and extensions

    /** An open type whose content is encoded already. */
    public void openType(Octets content) throws CodecException {
        octetsWithLength(content.array(), content.length());
    }

    /**
     * Begins an open type: what follows is its content until {@link #leaveOpen}.
     *
     * @return what {@code leaveOpen} needs
     */
    public long enterOpen() throws CodecException {
        bits(0, 8);
        return position();
    }

    /** Ends an open type: pads it to octets and puts the length in front. */
    public void leaveOpen(long content) throws CodecException {
        int octets = endOctets(content);
        if (octets < FRAGMENT) {
            insertLength(content - 8, octets);
        } else {
            byte[] copy = copyOf(content, octets);
            cutBack(content - 8);
            octetsWithLength(copy, octets);
        }
    }

    /**
     * The extension bitmap (X.691 19.7, 19.8).
     *
     * @param present the additions of this edition that are present, the first lowest
     * @param known number of additions of this edition, up to 64
     */
    public void additionPresence(long present, int known, @Nullable Additions additions) throws CodecException {
        int highest = WORD - Long.numberOfLeadingZeros(present);
        int count = additions == null ? known : Math.max(additions.count(), highest);
        if (count <= SMALL) {
            bits(count - 1L, 7);
        } else {
            bit(true);
            length(count);
        }
        int next = 0;
        for (int i = 0; i < count; i++) {
            boolean on = i < known && (present >>> i & 1) != 0;
            if (additions != null
                    && next < additions.unknown().size()
                    && additions.unknown().get(next).index() == i) {
                if (i < known) {
                    throw CodecException.because("addition " + i + " is known, so it is no unknown one");
                }
                on = true;
                next++;
            }
            bit(on);
        }
    }

    /** The contents of the additions that are not known here. */
    public void unknownAdditions(@Nullable Additions additions) throws CodecException {
        if (additions != null) {
            for (Additions.Addition addition : additions.unknown()) {
                openType(addition.octets());
            }
        }
    }
}
