package io.verge.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** So many octets of a stream, neither more nor fewer: one that ends before is an error, and what comes after is not read. */
public final class Exactly extends BlockInput {
    private long left;

    /**
     * @param in is closed with this one
     * @param octets from 0
     */
    public Exactly(InputStream in, long octets) {
        super(in);
        left = octets;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = in.read(buffer, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException(left + " octets are missing at the end");
        }
        left -= n;
        return n;
    }

    @Override
    public long skip(long octets) throws IOException {
        long skipped = in.skip(Math.min(octets, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }
}
