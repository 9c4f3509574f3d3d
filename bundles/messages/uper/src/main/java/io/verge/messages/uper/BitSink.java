package io.verge.messages.uper;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits into a growing array, and the changes behind the end that lengths of open types need. */
abstract class BitSink {
    static final int WORD = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MAX_OCTETS = 1 << 28;

    /** Whole words that are written, then the current word once {@link #sync} was called. */
    private byte[] data = new byte[1024];

    private int size;
    /** The current word, left-aligned, zero below its {@code used} bits. */
    private long word;

    private int used;

    /** Forgets what was written. */
    public final void clear() {
        size = 0;
        word = 0;
        used = 0;
    }

    /** What was written, padded with zero bits to whole octets; one zero octet when nothing was. */
    public final byte[] toByteArray() {
        sync();
        int octets = size + (used + 7) / 8;
        return Arrays.copyOf(data, Math.max(octets, 1));
    }

    /** Number of bits written. */
    public final long position() {
        return 8L * size + used;
    }

    /**
     * The lowest bits of a number.
     *
     * @param value must have no bit above the width
     * @param width 0 to 64
     */
    final void bits(long value, int width) throws CodecException {
        int free = WORD - used;
        if (width < free) {
            word |= value << (free - width);
            used += width;
            return;
        }
        int rest = width - free;
        flush(word | value >>> rest);
        word = rest == 0 ? 0 : value << (WORD - rest);
        used = rest;
    }

    private void flush(long full) throws CodecException {
        if (size + 2 * Long.BYTES > data.length) {
            grow(size + 2 * Long.BYTES);
        }
        LONG.set(data, size, full);
        size += Long.BYTES;
    }

    private void grow(int least) throws CodecException {
        if (least > MAX_OCTETS) {
            throw CodecException.because("the message is longer than " + MAX_OCTETS + " octets");
        }
        data = Arrays.copyOf(data, Math.max(2 * data.length, least));
    }

    /** Puts the current word behind the whole ones, without ending it. */
    private void sync() {
        LONG.set(data, size, word);
    }

    final void octets(byte[] from, int offset, int length) throws CodecException {
        int i = offset;
        int end = offset + length;
        for (; end - i >= Long.BYTES; i += Long.BYTES) {
            bits((long) LONG.get(from, i), WORD);
        }
        for (; i < end; i++) {
            bits(from[i] & 0xFF, 8);
        }
    }

    /**
     * Pads what stands from a bit on to whole octets.
     *
     * @return their number, at least one
     */
    final int endOctets(long content) throws CodecException {
        int pad = (int) ((content - position()) & 7);
        bits(0, position() == content ? 8 : pad);
        return (int) ((position() - content) >>> 3);
    }

    /** Puts a length of one or two octets in the place of eight zero bits. */
    final void insertLength(long at, int length) throws CodecException {
        sync();
        if (length < 128) {
            patch(at, length, 8);
        } else {
            moveByOneOctet(at);
            patch(at, 0x8000 | length, 16);
        }
    }

    /** A known length in place of zero bits. */
    private void patch(long at, int value, int width) {
        int index = (int) (at >>> 3);
        int bits = value << (24 - width - (int) (at & 7));
        for (int i = 0; i < 3; i++) {
            data[index + i] |= (byte) (bits >>> (16 - 8 * i));
        }
        word = (long) LONG.get(data, size);
    }

    private void moveByOneOctet(long from) throws CodecException {
        long end = position();
        int first = (int) (from >>> 3);
        int octets = (int) ((end + 7) >>> 3) - first;
        if (first + octets + 2 * Long.BYTES > data.length) {
            grow(first + octets + 2 * Long.BYTES);
        }
        System.arraycopy(data, first, data, first + 1, octets);
        // Bits before the insertion stay in the first octet; the new octet's place is cleared for the length.
        int keep = (int) (from & 7);
        data[first] &= (byte) (0xFF00 >> keep);
        data[first + 1] &= (byte) (0xFF >> keep);
        seek(end + 8);
    }

    private void seek(long bit) throws CodecException {
        size = (int) (bit >>> 6) << 3;
        used = (int) (bit & WORD - 1);
        if (size + 2 * Long.BYTES > data.length) {
            grow(size + 2 * Long.BYTES);
        }
        word = used == 0 ? 0 : (long) LONG.get(data, size) & -1L << (WORD - used);
        LONG.set(data, size, word);
    }

    /** The octets that stand from a bit on. */
    final byte[] copyOf(long content, int octets) {
        sync();
        byte[] copy = new byte[octets];
        int shift = (int) (content & 7);
        int first = (int) (content >>> 3);
        for (int i = 0; i < octets; i++) {
            copy[i] = (byte) ((data[first + i] << 8 | (data[first + i + 1] & 0xFF)) >>> (8 - shift));
        }
        return copy;
    }

    /** Forgets what stands from a bit on. */
    final void cutBack(long bit) throws CodecException {
        sync();
        seek(bit);
    }
}
