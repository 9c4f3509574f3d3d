package io.verge.messages.uper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads unaligned PER (X.691) from a slice of a byte array, 64 bits at a time.
 *
 * <p>The input is hostile: nothing is read beyond the slice, and what the decoded value takes is charged
 * before it is taken, so that a message never costs more than 16 times its size plus 64 KiB. Not safe for
 * use by several threads; can be used again after {@link #reset}.
 */
public final class BitReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int WORD = 64;
    private static final int FRAGMENT = 16_384;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_ITEMS = 1 << 26;
    private static final long FACTOR = 16;
    private static final long ALLOWANCE = 62 * 1024;
    private static final int BOXED_FROM = -128;
    private static final Integer[] BOXED = new Integer[1024 - BOXED_FROM];
    private static final int BOX_SIZE = 16;
    private static final int OBJECT_SIZE = 24;

    static {
        Arrays.setAll(BOXED, i -> i + BOXED_FROM);
    }

    private byte[] data = new byte[0];
    /** All in bits from the start of the array. */
    private long position;

    private long limit;
    private long start;
    /** The array's last 8 octets, for reads that would run over its end. */
    private long tail;

    private long tailStart;
    private long budget;
    private int depth;
    private byte[] scratch = new byte[WORD];
    private final Deque<Window> outer = new ArrayDeque<>(2);

    /** Where reading goes on after a fragmented open type, which had to be put together elsewhere. */
    private static final class Window {
        private final byte[] data;
        private final long position;
        private final long limit;
        private final long start;

        Window(byte[] data, long position, long limit, long start) {
            this.data = data;
            this.position = position;
            this.limit = limit;
            this.start = start;
        }
    }

    /** A reader over {@code length} octets from {@code offset}. */
    public BitReader(byte[] data, int offset, int length) {
        reset(data, offset, length);
    }

    /** Starts over with another message. */
    public void reset(byte[] message, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, message.length);
        outer.clear();
        depth = 0;
        budget = FACTOR * length + ALLOWANCE;
        look(message, 8L * offset, 8L * (offset + length), 8L * offset);
    }

    private void look(byte[] at, long from, long to, long origin) {
        data = at;
        position = from;
        limit = to;
        start = origin;
        tailStart = 8L * at.length - WORD;
        if (at.length >= 8) {
            tail = (long) LONG.get(at, at.length - 8);
        } else {
            tail = 0;
            for (byte octet : at) {
                tail = tail << 8 | (octet & 0xFF);
            }
        }
    }

    /** Offset of the next bit from the start of the message. */
    public long position() {
        return position - start;
    }

    /** Number of bits that are left. */
    public long remaining() {
        return limit - position;
    }

    /** Fails unless only padding is left: less than an octet, or the one octet of an empty encoding. */
    public void finish() throws CodecException {
        long left = limit - position;
        if (left > 7 && !(left == 8 && position == start)) {
            throw error(position, left + " bits left over");
        }
    }

    // ---- fixed widths

    /** The next bit. */
    public boolean bit() throws CodecException {
        return bits(1) != 0;
    }

    /**
     * The next bits as an unsigned number.
     *
     * @param width 1 to 57
     */
    private long bits(int width) throws CodecException {
        long at = position;
        long next = at + width;
        if (next > limit) {
            throw truncated(width);
        }
        position = next;
        if (at <= tailStart) {
            return (long) LONG.get(data, (int) (at >>> 3)) << (at & 7) >>> (WORD - width);
        }
        return tail << (at - tailStart) >>> (WORD - width);
    }

    /** The next bits, for any width from 0 to 64. */
    long wideBits(int width) throws CodecException {
        if (width > 32) {
            if (position + width > limit) {
                throw truncated(width);
            }
            return bits(width - 32) << 32 | bits(32);
        }
        return width == 0 ? 0 : bits(width);
    }

    private CodecException truncated(long width) {
        return error(position, "the message ends: " + width + " bits needed, " + (limit - position) + " left");
    }

    private CodecException error(long at, String reason) {
        return CodecException.atBit(at - start, reason);
    }

    /** A constrained integer (X.691 11.5) that fits an int. */
    public int integer(int lower, int upper, int width) throws CodecException {
        long offset = width == 0 ? 0 : bits(width);
        if (offset > (long) upper - lower) {
            throw error(position - width, "value " + (lower + offset) + " of " + lower + ".." + upper);
        }
        return (int) (lower + offset);
    }

    /** A constrained integer (X.691 11.5); bounds from 2^63 are read as unsigned. */
    public long integer(long lower, long upper, int width) throws CodecException {
        long offset = wideBits(width);
        if (Long.compareUnsigned(offset, upper - lower) > 0) {
            throw error(position - width, "value above " + lower + ".." + Long.toUnsignedString(upper));
        }
        return lower + offset;
    }

    /** An integer with a lower bound only (X.691 11.7): its distance from the bound. */
    public long semiConstrained(long lower) throws CodecException {
        long at = position;
        int octets = integerOctets(at);
        long offset = wideBits(8 * octets);
        if (offset < 0 || lower + offset < lower) {
            throw error(at, "an integer above 2^63 is not supported");
        }
        return lower + offset;
    }

    /** An unbounded integer (X.691 11.8). */
    public long unconstrained() throws CodecException {
        int width = 8 * integerOctets(position);
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
            throw error(position - width, what + " index " + index + " of " + count);
        }
        return index;
    }

    /** A normally small non-negative number (X.691 11.6). */
    public int normallySmall() throws CodecException {
        long at = position;
        if (!bit()) {
            return (int) bits(6);
        }
        long value = semiConstrained(0);
        if (value > Integer.MAX_VALUE) {
            throw error(at, "index " + value + " is not supported");
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
            throw error(position - width, "size " + size + " of " + lower + ".." + upper);
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
            throw error(position - 8, "a fragment of " + blocks + " blocks, of 1..4");
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
        if (needed > limit - position) {
            throw error(
                    position,
                    "a list of " + count + " needs " + needed + " bits at least, " + (limit - position) + " left");
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

    /** Takes memory for a value from what this message may cost. */
    public void charge(int size) throws CodecException {
        budget -= size;
        if (budget < 0) {
            throw error(position, "the value takes more than 16 times the memory of its message");
        }
    }

    /** Enters a type that can contain itself. */
    public void enter() throws CodecException {
        if (++depth > MAX_DEPTH) {
            throw error(position, "nested deeper than " + MAX_DEPTH);
        }
    }

    /** Leaves what {@link #enter} entered. */
    public void leave() {
        depth--;
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

    private void need(long bits) throws CodecException {
        if (bits > limit - position) {
            throw truncated(bits);
        }
    }

    private void copy(byte[] to, int offset, int length) throws CodecException {
        if ((position & 7) == 0) {
            System.arraycopy(data, (int) (position >>> 3), to, offset, length);
            position += 8L * length;
            return;
        }
        int i = offset;
        int end = offset + length;
        for (; end - i >= 8; i += 8) {
            LONG.set(to, i, wideBits(WORD));
        }
        for (; i < end; i++) {
            to[i] = (byte) bits(8);
        }
    }

    /**
     * Looks ahead over the fragments of X.691 11.9.4.2, so that memory is taken once.
     *
     * @param first the length of the first fragment, as {@link #length} gave it
     * @param unit bits of one item
     * @return number of items in all fragments
     */
    private int itemsIn(int first, int unit) throws CodecException {
        long back = position;
        long items = 0;
        int length = first;
        while (true) {
            int part = Math.abs(length);
            need((long) part * unit);
            position += (long) part * unit;
            items += part;
            if (length >= 0) {
                break;
            }
            length = length();
        }
        position = back;
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
                    throw error(position - width, "character " + code + " of " + alphabet.length());
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
        long at = position;
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
        long at = position;
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
            byte[] whole = joined(length);
            outer.push(new Window(data, position, limit, start));
            look(whole, 0, 8L * whole.length, -position());
            return -1;
        }
        need(8L * length);
        long end = limit;
        limit = position + 8L * length;
        return end;
    }

    /**
     * Leaves an open type.
     *
     * @param end what {@link #enterOpen} gave
     * @param padding bits that may be left: 7, or 8 when the type can be encoded in no bit at all
     */
    public void leaveOpen(long end, int padding) throws CodecException {
        if (limit - position > padding) {
            throw error(position, (limit - position) + " bits left over in an open type");
        }
        if (end >= 0) {
            position = limit;
            limit = end;
            return;
        }
        Window window = outer.pop();
        look(window.data, window.position, window.limit, window.start);
    }

    /** The presence bits of extension additions, behind their normally small length (X.691 19.7). */
    public BitString additionPresence() throws CodecException {
        if (!bit()) {
            return bitString((int) bits(6) + 1);
        }
        int count = length();
        if (count < 1) {
            throw error(position, "an extension of " + count + " additions is not supported");
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
        if (count == known) {
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
