package io.verge.messages.uper;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Bits out of a slice of a byte array, with what every read must respect: the end of the slice, the memory
 * the message may cost, the depth it may have.
 */
abstract class BitSource {
    static final int WORD = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MAX_DEPTH = 32;
    private static final long FACTOR = 16;
    /** 64 KiB less what an error and the reader itself take. */
    private static final long ALLOWANCE = 62 * 1024;

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

    /** Starts over with another message. */
    public final void reset(byte[] message, int offset, int length) {
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
    public final long position() {
        return position - start;
    }

    /** Number of bits that are left. */
    public final long remaining() {
        return limit - position;
    }

    /** Fails unless only padding is left: less than an octet, or the one octet of an empty encoding. */
    public final void finish() throws CodecException {
        long left = limit - position;
        if (left > 7 && !(left == 8 && position == start)) {
            throw error(position(), left + " bits left over");
        }
    }

    // ---- fixed widths

    /** The next bit. */
    public final boolean bit() throws CodecException {
        return bits(1) != 0;
    }

    /**
     * The next bits as an unsigned number.
     *
     * @param width 1 to 57
     */
    final long bits(int width) throws CodecException {
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
    final long wideBits(int width) throws CodecException {
        if (width > 32) {
            if (position + width > limit) {
                throw truncated(width);
            }
            return bits(width - 32) << 32 | bits(32);
        }
        return width == 0 ? 0 : bits(width);
    }

    private CodecException truncated(long width) {
        return error(position(), "the message ends: " + width + " bits needed, " + (limit - position) + " left");
    }

    final CodecException error(long at, String reason) {
        return CodecException.atBit(at, reason);
    }

    /** Takes memory for a value, in steps of 8 octets as the machine does, from what this message may cost. */
    public final void charge(int size) throws CodecException {
        budget -= (size + 7) & -8;
        if (budget < 0) {
            throw error(position(), "the value takes more than 16 times the memory of its message");
        }
    }

    /** Enters a type that can contain itself. */
    public final void enter() throws CodecException {
        if (++depth > MAX_DEPTH) {
            throw error(position(), "nested deeper than " + MAX_DEPTH);
        }
    }

    /** Leaves what {@link #enter} entered. */
    public final void leave() {
        depth--;
    }

    final void need(long bits) throws CodecException {
        if (bits > limit - position) {
            throw truncated(bits);
        }
    }

    final void copy(byte[] to, int offset, int length) throws CodecException {
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

    /** Reads from other octets until {@link #goBack}: a fragmented open type was put together in them. */
    final void goTo(byte[] whole) {
        outer.push(new Window(data, position, limit, start));
        look(whole, 0, 8L * whole.length, -position());
    }

    final void goBack() {
        Window window = outer.pop();
        look(window.data, window.position, window.limit, window.start);
    }

    /** Sets a nearer end; returns the one before. */
    final long narrow(long bits) throws CodecException {
        need(bits);
        long end = limit;
        limit = position + bits;
        return end;
    }

    /** Skips to the end that {@link #narrow} set and restores the one before. */
    final void widen(long end) {
        position = limit;
        limit = end;
    }

    /** Moves ahead without reading. */
    final void skip(long bits) throws CodecException {
        need(bits);
        position += bits;
    }

    /** Moves back to where {@link #position} was. */
    final void rewind(long to) {
        position = start + to;
    }
}
