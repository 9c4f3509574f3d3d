package io.verge.transfer.source;

import java.io.IOException;
import java.io.InputStream;

/** A range that comes in parts, each asked for when the one before was read. Ends early when a part is empty. One thread. */
public final class PartStream extends InputStream {
    private final Parts parts;
    private final long to;
    private byte[] part = new byte[0];
    private int position;
    private long next;
    private boolean ended;

    /** Asks for a part. */
    @FunctionalInterface
    public interface Parts {
        /**
         * Waits for it.
         *
         * @return at most what was asked for, from its beginning; empty behind the end of the file
         */
        byte[] ask(long from, long to) throws IOException;
    }

    public PartStream(long from, long to, Parts parts) {
        this.next = from;
        this.to = to;
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        return more() ? part[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int n = Math.min(length, part.length - position);
        System.arraycopy(part, position, buffer, offset, n);
        position += n;
        return n;
    }

    private boolean more() throws IOException {
        if (position < part.length) {
            return true;
        }
        if (ended || next >= to) {
            return false;
        }
        byte[] got = parts.ask(next, to);
        if (got.length > to - next) {
            throw new IOException("more has come than was asked for");
        }
        part = got;
        position = 0;
        next += got.length;
        ended = got.length == 0;
        return !ended;
    }
}
