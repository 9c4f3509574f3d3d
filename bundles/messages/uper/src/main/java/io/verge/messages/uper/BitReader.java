package io.verge.messages.uper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads unaligned PER (X.691) from a slice of a byte array, 64 bits at a time.
 *
 * <p>The input is hostile: nothing is read beyond the slice, and what the decoded value takes is charged
 * before it is taken, so that a message never costs more than 16 times its size plus 64 KiB. Not safe for
 * use by several threads; can be used again after {@link #reset}.
 */
public final class BitReader extends BitSource {
    private static final int FRAGMENT = 16_384;
    private static final int MAX_ITEMS = 1 << 26;
    /** No edition will ever have so many additions; a bound keeps every index in an int and in JSON. */
    static final int MAX_INDEX = (1 << 24) - 1;

    private static final int BOXED_FROM = -128;
    private static final Integer[] BOXED = new Integer[1024 - BOXED_FROM];
    private static final int BOX_SIZE = 16;
    private static final int OBJECT_SIZE = 24;
    /** What {@link #enterOpen} gives for an open type that came in fragments. */
    private static final long ELSEWHERE = -1;

    static {
        Arrays.setAll(BOXED, i -> i + BOXED_FROM);
    }

    private byte[] scratch = new byte[WORD];

    /** A reader over {@code length} octets from {@code offset}. */
    public BitReader(byte[] data, int offset, int length) {
        reset(data, offset, length);
    }

    /** A constrained integer (X.691 11.5) that fits an int. */
    public int integer(int lower, int upper, int width) throws CodecException {
        long offset = width == 0 ? 0 : bits(width);
        if (offset > (long) upper - lower) {
            throw error(position() - width, "value " + (lower + offset) + " of " + lower + ".." + upper);
        }
        return (int) (lower + offset);
    }

    /** A constrained integer (X.691 11.5); bounds from 2^63 are read as unsigned. */
    public long integer(long lower, long upper, int width) throws CodecException {
        long offset = wideBits(width);
        if (Long.compareUnsigned(offset, upper - lower) > 0) {
            throw error(position() - width, "value above " + lower + ".." + Long.toUnsignedString(upper));
        }
        return lower + offset;
    }

    /** An integer with a lower bound only (X.691 11.7): its distance from the bound. */
    public long semiConstrained(long lower) throws CodecException {
        long at = position();
        int octets = integerOctets(at);
        long offset = wideBits(8 * octets);
        if (offset < 0 || lower + offset < lower) {
            throw error(at, "an integer above 2^63 is not supported");
        }
        return lower + offset;
    }

    /** An unbounded integer (X.691 11.8). */
    public long unconstrained() throws CodecException {
        int width = 8 * integerOctets(position());
        return wideBits(width) << (WORD - width) >> (WORD - width);
    }

    private int integerOctets(long at) throws CodecException {
        int octets = length();
        if (octets < 1 || octets > 8) {
            throw error(at, "an integer of " + octets + " octets, of 1..8 supported");
        }
        return octets;
    }

    /** The index of a root value of an ENUMERATED. */
    public int enumerated(int count, int width) throws CodecException {
        return index(count, width, "enumeration");
    }

    /** The index of a root alternative of a CHOICE. */
    public int alternative(int count, int width) throws CodecException {
        return index(count, width, "alternative");
    }

    private int index(int count, int width, String what) throws CodecException {
        int index = width == 0 ? 0 : (int) bits(width);
        if (index >= count) {
            throw error(position() - width, what + " index " + index + " of " + count);
        }
        return index;
    }

    /** A normally small non-negative number (X.691 11.6). */
    public int normallySmall() throws CodecException {
        long at = position();
        if (!bit()) {
            return (int) bits(6);
        }
        long value = semiConstrained(0);
        if (value > MAX_INDEX) {
            throw error(at, "index " + value + " of 0.." + MAX_INDEX + " supported");
        }
        return (int) value;
    }

    /** Takes a small integer from a cache, or charges for the box. */
    public Integer box(int value) throws CodecException {
        int index = value - BOXED_FROM;
        if (index >= 0 && index < BOXED.length) {
            return BOXED[index];
        }
        charge(BOX_SIZE);
        return value;
    }

    /** Charges for the box of a long. */
    public Long box(long value) throws CodecException {
        charge(OBJECT_SIZE);
        return value;
    }

    /**
     * NULL, which takes no bit.
     *
     * @return true, so that a NULL can be kept like a value
     */
    public boolean nothing() throws CodecException {
        return wideBits(0) == 0;
    }

    // ---- lengths

    /** A length between bounds below 65536 (X.691 11.9.4.1). */
    public int size(int lower, int upper, int width) throws CodecException {
        int size = lower + (width == 0 ? 0 : (int) bits(width));
        if (size > upper) {
            throw error(position() - width, "size " + size + " of " + lower + ".." + upper);
        }
        return size;
    }

    /**
     * A length determinant (X.691 11.9.4.2).
     *
     * @return the length; or, when negative, the length of one fragment that others follow
     */
    public int length() throws CodecException {
        if (!bit()) {
            return (int) bits(7);
        }
        if (!bit()) {
            return (int) bits(14);
        }
        int blocks = (int) bits(6);
        if (blocks < 1 || blocks > 4) {
            throw error(position() - 8, "a fragment of " + blocks + " blocks, of 1..4");
        }
        return -blocks * FRAGMENT;
    }

    /**
     * Checks that a list can be complete and charges for its references.
     *
     * @param count number of elements
     * @param minimum least number of bits of an element
     * @return count
     */
    public int elements(int count, int minimum) throws CodecException {
        long needed = (long) count * minimum;
        if (needed > remaining()) {
            throw error(
                    position(), "a list of " + count + " needs " + needed + " bits at least, " + remaining() + " left");
        }
        charge(OBJECT_SIZE + 16 + 4 * count);
        return count;
    }

    /**
     * Makes room in a list that comes in fragments.
     *
     * @param list its elements so far, perhaps with room behind them
     * @param size number of elements so far
     * @param part number of elements that follow
     * @param minimum least number of bits of an element
     */
    public <E> E[] room(E[] list, int size, int part, int minimum) throws CodecException {
        int needed = size + elements(part, minimum);
        return needed <= list.length ? list : Arrays.copyOf(list, Math.max(needed, Math.min(2 * size, MAX_ITEMS)));
    }

    // ---- strings

    /** An OCTET STRING of known length. */
    public Octets octets(int length) throws CodecException {
        need(8L * length);
        charge(OBJECT_SIZE + 16 + length);
        byte[] octets = new byte[length];
        copy(octets, 0, length);
        return new Octets(octets);
    }

    /** An OCTET STRING behind a length determinant. */
    public Octets octets() throws CodecException {
        int length = length();
        return length >= 0 ? octets(length) : new Octets(joined(length));
    }

    /** The content of an open type, as it is. */
    public Octets openType() throws CodecException {
        return octets();
    }

    /**
     * Looks ahead over the fragments of X.691 11.9.4.2, so that memory is taken once.
     *
     * @param first the length of the first fragment, as {@link #length} gave it
     * @param unit bits of one item
     * @return number of items in all fragments
     */
    private int itemsIn(int first, int unit) throws CodecException {
        long back = position();
        long items = 0;
        int length = first;
        while (true) {
            int part = Math.abs(length);
            skip((long) part * unit);
            items += part;
            if (length >= 0) {
                break;
            }
            length = length();
        }
        rewind(back);
        if (items > MAX_ITEMS) {
            throw error(back, items + " items in fragments, at most " + MAX_ITEMS + " are supported");
        }
        return (int) items;
    }

    /** Puts the fragments of octets together. */
    private byte[] joined(int first) throws CodecException {
        int items = itemsIn(first, 8);
        charge(OBJECT_SIZE + 16 + items);
        byte[] whole = new byte[items];
        int end = 0;
        for (int length = first; ; length = length()) {
            int part = Math.abs(length);
            copy(whole, end, part);
            end += part;
            if (length >= 0) {
                return whole;
            }
        }
    }

    /** A BIT STRING of known length. */
    public BitString bitString(int length) throws CodecException {
        charge(OBJECT_SIZE + 8);
        if (length <= WORD) {
            return BitString.of(wideBits(length), length);
        }
        need(length);
        charge(16 + length / 8 + 1);
        byte[] bits = new byte[(length + 7) / 8];
        copyBits(bits, 0, length);
        return BitString.ofOctets(bits, length);
    }

    /** A BIT STRING behind a length determinant. */
    public BitString bitString() throws CodecException {
        int first = length();
        if (first >= 0) {
            return bitString(first);
        }
        int items = itemsIn(first, 1);
        charge(2 * OBJECT_SIZE + items / 8);
        byte[] whole = new byte[(items + 7) / 8];
        int end = 0;
        for (int length = first; ; length = length()) {
            int part = Math.abs(length);
            copyBits(whole, end / 8, part);
            end += part;
            if (length >= 0) {
                return BitString.ofOctets(whole, items);
            }
        }
    }

    private void copyBits(byte[] to, int offset, int bits) throws CodecException {
        copy(to, offset, bits / 8);
        int rest = bits & 7;
        if (rest != 0) {
            to[offset + bits / 8] = (byte) (bits(rest) << (8 - rest));
        }
    }

    /**
     * Characters of a known-multiplier string (X.691 30).
     *
     * @param length number of characters
     * @param width bits of one character
     * @param alphabet the permitted characters in order, or null when a character is its own number
     */
    public String text(int length, int width, @Nullable String alphabet) throws CodecException {
        need((long) length * width);
        charge(2 * OBJECT_SIZE + 16 + length);
        if (scratch.length < length) {
            scratch = new byte[length];
        }
        for (int i = 0; i < length; i++) {
            int code = (int) bits(width);
            if (alphabet != null) {
                if (code >= alphabet.length()) {
                    throw error(position() - width, "character " + code + " of " + alphabet.length());
                }
                code = alphabet.charAt(code);
            }
            scratch[i] = (byte) code;
        }
        return new String(scratch, 0, length, ISO_8859_1);
    }

    /** Characters of a known-multiplier string behind a length determinant. */
    public String text(int width, @Nullable String alphabet) throws CodecException {
        int first = length();
        if (first >= 0) {
            return text(first, width, alphabet);
        }
        int items = itemsIn(first, width);
        charge(3 * items);
        StringBuilder whole = new StringBuilder(items);
        for (int length = first; ; length = length()) {
            whole.append(text(Math.abs(length), width, alphabet));
            if (length >= 0) {
                return whole.toString();
            }
        }
    }

    /** A UTF8String. */
    public String utf8() throws CodecException {
        long at = position();
        Octets octets = octets();
        charge(2 * octets.length() + 2 * OBJECT_SIZE);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.array()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw error(at, "not UTF-8");
        }
    }

    /** An OBJECT IDENTIFIER or RELATIVE-OID, as numbers with dots between. */
    public String objectIdentifier(boolean relative) throws CodecException {
        long at = position();
        Octets octets = octets();
        charge(4 * octets.length() + 2 * OBJECT_SIZE);
        String text = ObjectIdentifiers.toText(octets.array(), relative);
        if (text == null) {
            throw error(at, "not an object identifier: " + octets.hex());
        }
        return text;
    }

    // ---- open types and extensions

    /**
     * Enters an open type: until {@link #leaveOpen} the reader ends where the open type ends.
     *
     * @return what {@code leaveOpen} needs
     */
    public long enterOpen() throws CodecException {
        int length = length();
        if (length < 0) {
            goTo(joined(length));
            return ELSEWHERE;
        }
        return narrow(8L * length);
    }

    /**
     * Leaves an open type.
     *
     * @param end what {@link #enterOpen} gave
     * @param padding bits that may be left: 7, or 8 when the type can be encoded in no bit at all
     */
    public void leaveOpen(long end, int padding) throws CodecException {
        if (remaining() > padding) {
            throw error(position(), remaining() + " bits left over in an open type");
        }
        if (end == ELSEWHERE) {
            goBack();
        } else {
            widen(end);
        }
    }

    /** The presence bits of extension additions, behind their normally small length (X.691 19.7). */
    public BitString additionPresence() throws CodecException {
        if (!bit()) {
            return bitString((int) bits(6) + 1);
        }
        int count = length();
        if (count < 1) {
            throw error(position(), "an extension of " + count + " additions is not supported");
        }
        return bitString(count);
    }

    /**
     * Reads the additions that are not known here.
     *
     * @param known number of additions of this edition
     * @return null when there is nothing to remember
     */
    public @Nullable Additions unknownAdditions(BitString presence, int known) throws CodecException {
        int count = presence.length();
        if (count == known || presence.isZero()) {
            return null;
        }
        List<Additions.Addition> unknown = new ArrayList<>(0);
        for (int i = known; i < count; i++) {
            if (presence.get(i)) {
                charge(2 * OBJECT_SIZE);
                unknown.add(new Additions.Addition(i, openType()));
            }
        }
        charge(2 * OBJECT_SIZE);
        return new Additions(count, unknown);
    }
}
